using LegalStatusApi.Benchmarks.Cluster;
using LegalStatusApi.Benchmarks.Domain;
using LegalStatusApi.Benchmarks.Load;

// `load` measures the service over HTTP beside its peers, `growth` a record that becomes large, `export` how much memory its export takes, `domain` the steps
// from what was read to an answer,
// `cluster` starts several instances and `cluster test` lets parts of them fail; the others are servers that `load` starts.
return args switch
{
    ["load" or "growth" or "export" or "domain", .. var words] => Options.Of(words) is { } options ? await MeasureAsync(args[0], options) : Options.Usage(),
    ["cluster"] => await ClusterRun.ServeAsync(),
    ["cluster", "test"] => await ClusterRun.TestAsync(2),
    ["bare", var url, var folder] => await BareKestrel.ServeAsync(url, folder),
    ["select-one", var url, var connection] => await SelectOne.ServeAsync(url, connection),
    _ => Options.Usage(),
};

static Task<int> MeasureAsync(string part, Options options) => part switch
{
    "load" => LoadRun.RunAsync(options),
    "growth" => GrowthRun.RunAsync(options),
    "export" => ExportRun.RunAsync(options),
    _ => Task.FromResult(DomainRun.Run(options)),
};
