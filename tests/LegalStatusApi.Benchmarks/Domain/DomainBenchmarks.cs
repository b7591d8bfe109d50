using System.Text.Json;
using BenchmarkDotNet.Attributes;
using LegalStatusApi.Benchmarks.Load;
using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;

namespace LegalStatusApi.Benchmarks.Domain;

/// <summary>The steps from what was read to an answer, on every stack of the data set in turn.</summary>
public class DomainBenchmarks
{
    private static readonly DateOnly Day = new(2024, 1, 1);
    private Stack[] _stacks = [];
    private StatusAnswer[] _answers = [];
    private int _at;

    [GlobalSetup]
    public void Read() => ReadAsync().GetAwaiter().GetResult();

    [Benchmark(Description = "picking: the periods of one level")]
    public Finding Pick() => Picking.Pick(Next().Classifications, Day);

    [Benchmark(Description = "layering: headline, layers, conflicts")]
    public StatusAnswer Layer() => StatusAnswer.Of(Next(), null, Day, isFuture: false);

    [Benchmark(Description = "rendering: the sentence")]
    public Wording Say() => Wording.Of(NextAnswer());

    [Benchmark(Description = "rendering: fields and JSON")]
    public byte[] Render() => JsonSerializer.SerializeToUtf8Bytes(StatusResponse.Of(NextAnswer(), "/v1/status/DE/lsd?on=2024-01-01&revision=1"), ApiJson.Options);

    private async Task ReadAsync()
    {
        await using var bench = await Bench.StartAsync(filled: true);
        await using var reader = Databases.Open(bench.Connection, Databases.Reader);
        await using var list = reader.CreateCommand("select code from jurisdiction order by code");
        var places = new List<string>();
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                places.Add(rows.GetString(0));
            }
        }

        var stacks = new List<Stack>();
        foreach (var part in places.Chunk(60))
        {
            var pairs = part.SelectMany(place => new[] { (place, "psilocybin"), (place, "lsd"), (place, "ketamine") }).ToList();
            stacks.AddRange((await FetchStacks.FindAsync(reader, pairs, AskedRevision.Latest, CancellationToken.None)).Select(found => found.Stack!));
        }

        _stacks = [.. stacks];
        _answers = Array.ConvertAll(_stacks, stack => StatusAnswer.Of(stack, null, Day, isFuture: false));
    }

    private Stack Next() => _stacks[_at = (_at + 1) % _stacks.Length];

    private StatusAnswer NextAnswer() => _answers[_at = (_at + 1) % _answers.Length];
}
