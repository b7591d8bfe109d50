using System.Globalization;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>The service beside its peers in one run: slices take turns, medians are compared, ratios are what counts.</summary>
internal static class LoadRun
{
    private const int Asked = 20_000;
    private const int NeverAsked = 150_000;
    private const int PerSecond = 5_000;
    private const int Revisions = 193;

    public static async Task<int> RunAsync(Options options)
    {
        await using var bench = await Bench.StartAsync(filled: true);
        await bench.AddRevisionsAsync(Revisions);
        await using var service = await bench.ServeAsync(("Caching:AnswerMegabytes", "256"));
        await using var cold = await bench.ServeAsync(("Caching:AnswerMegabytes", "0"), ("Caching:StackMegabytes", "0"));
        await using var others = await bench.ServeAsync(("Caching:AnswerMegabytes", "0"));
        await using var otherPairs = await bench.ServeAsync(("Caching:AnswerMegabytes", "0"));
        var questions = await Questions.OfAsync(service, bench.Folder, Revisions);
        var bodies = new Bodies(service.Address, Path.Combine(bench.Folder, "bodies"));
        var median = await bodies.FetchAsync(questions.Stacks, "?on=2024-01-01");
        await bodies.FetchHeadersAsync(questions.Stacks[0] + "?on=2024-01-01");
        var pages = questions.Places.Select(place => $"/places/{place}").ToList();
        var page = await bodies.FetchAsync(pages, "");
        await using var peers = await Peers.StartAsync(bench, bodies, median);

        var asked = questions.Draw(Asked);
        var lists = new Lists(questions, asked, await bodies.TagsAsync(asked), pages, await GraphQuestions.OfAsync(service, questions.Stacks));
        await Agreement.CheckAsync(service, cold, peers, asked);
        await Agreement.CheckPairsAsync(service, cold, [.. questions.ChunksOnOtherDays().Take(30)]);
        var all = SlicesOf(service, cold, others, otherPairs, peers, lists);
        var slices = options.Only is { } only ? all.Where(all.Where(slice => slice.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).SelectMany(WithPeers).ToHashSet().Contains).ToList() : all;

        // Two starts of one program are not equally quick, so that a round is a start of both that are compared most closely.
        Server[] anew = [service, peers.Bare];
        foreach (var server in slices.Select(slice => slice.Server).Distinct().Except(anew))
        {
            await WarmAsync(server, all);
        }

        var (latencies, megabytes) = (new List<(double Ours, double Bare)>(), 0L);
        for (var round = 0; round < options.Rounds; round++)
        {
            questions.Forget();
            foreach (var server in anew)
            {
                await server.RestartAsync();
                await WarmAsync(server, all);
            }

            await MeasureAsync(bench, slices, round, options);
            latencies.Add((
                await Wrk.P99Async(new Uri(service.Address, asked[0]), PerSecond, options.Seconds), await Wrk.P99Async(new Uri(peers.Bare.Address, asked[0]), PerSecond, options.Seconds)));
            megabytes = Math.Max(megabytes, service.Megabytes);
        }

        var report = new Report(options, slices, latencies, median, page, megabytes, await StartUp.MeasureAsync());
        var text = report.Write();
        Console.WriteLine();
        Console.Write(text);
        if (options.Report is { } path)
        {
            await File.WriteAllTextAsync(path, text);
        }

        return report.Missed == 0 ? 0 : 1;
    }

    private static List<Slice> SlicesOf(Server service, Server cold, Server others, Server otherPairs, Peers peers, Lists lists)
    {
        var bare = new Slice("bare Kestrel, prepared bytes", peers.Bare, lists.Asked);
        var bareBrotli = new Slice("bare Kestrel, prepared Brotli", peers.Bare, lists.Brotli);
        var bareKnown = new Slice("bare Kestrel, 304", peers.Bare, lists.Known);
        var barePage = new Slice("bare Kestrel, prepared pages", peers.Bare, lists.Pages);
        var one = new Slice("`select 1` for each request (Kestrel, Npgsql)", peers.SelectOne, lists.Stacks);
        List<Slice> slices =
        [
            bare,
            new("nginx, a static file", peers.Nginx, lists.Static),
            new("warm look-up, asked before", service, lists.Asked) { Beside = bare, Wanted = 0.90 },
            new("warm stack, a day never asked", service, round => lists.NeverAsked(round, NeverAsked)) { Beside = bare, Wanted = 0.70 },
            bareKnown,
            new("304", service, lists.Known) { Beside = bareKnown, Wanted = 0.95 },
            bareBrotli,
            new("Brotli", service, lists.Brotli) { Beside = bareBrotli, Wanted = 0.90 },
            barePage,
            new("page of a place", service, lists.Pages) { Beside = barePage, Wanted = 0.5 },
            one,
            new("cold look-up: every request another stack", others, lists.Others) { Beside = one, Wanted = 0.25 },
        ];
        var look = slices[^1];
        if (peers.Fastify is { } fastify)
        {
            slices.Add(new("Fastify + pg, the same SQL: each stack whole, columns as they come", fastify, lists.Stacks) { Under = look, Wanted = 1.5 });
        }

        if (peers.PostGraphile is { } graph)
        {
            slices.Add(new("PostGraphile, the levels of a stack with their citations", graph, lists.Graph) { Under = look, Wanted = 6 });
        }

        slices.Add(new("200 pairs in one comparison, asked before", service, lists.Pairs) { Beside = look, Wanted = 1.0 / 8, Connections = 2 });
        slices.Add(new("200 pairs in one comparison, a day never asked", service, lists.PairsNeverAsked) { Beside = look, Wanted = 1.0 / 8, Connections = 2 });
        slices.Add(new("200 pairs in one comparison, each from the database", otherPairs, lists.OtherPairs) { Beside = look, Connections = 2 });
        slices.Add(new("no cache at all: each look-up with every level from the database", cold, lists.Stacks) { Beside = one });
        return slices;
    }

    // What it is compared with, and what that is.
    private static IEnumerable<Slice> WithPeers(Slice slice) =>
        new[] { slice.Beside, slice.Under }.OfType<Slice>().SelectMany(WithPeers).Append(slice);

    // A second of each in turn, time after time: a machine changes its pace from second to second, and what is compared stands side by side.
    private static async Task MeasureAsync(Bench bench, IReadOnlyList<Slice> slices, int round, Options options)
    {
        for (var second = 0; second < options.Seconds; second++)
        {
            foreach (var slice in slices)
            {
                var list = slice.ListOf((round * options.Seconds) + second);
                var before = slice.Server.Used + bench.DatabaseUsed();
                var asked = await Wrk.RunAsync(slice.Server.Address, list, 1, slice.Connections);
                slice.Count(round, asked, slice.Server.Used + bench.DatabaseUsed() - before);
            }
        }

        foreach (var slice in slices)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round + 1}/{options.Rounds} {slice.Name,-60} {slice.Rates[^1],9:0}/s {slice.Costs[^1],9:0.0} µs {(slice.Ratios.Count > 0 ? slice.Ratios[^1] : null),6:0.00}"));
        }
    }

    // Three times all that it is asked in a round: a stack is read, its text is made, the answer is kept, and the code has met everything.
    private static async Task WarmAsync(Server server, IEnumerable<Slice> slices)
    {
        foreach (var slice in Enumerable.Repeat(slices.Where(slice => slice.Server == server), 3).SelectMany(each => each))
        {
            await Wrk.RunAsync(server.Address, slice.ListOf(Questions.WarmUp), 2, slice.Connections);
        }
    }
}
