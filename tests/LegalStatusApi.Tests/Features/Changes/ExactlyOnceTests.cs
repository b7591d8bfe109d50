using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Changes;

/// <summary>
/// Random publications, days that pass, and readers who come now and then with pages of any size, against a list of facts: each event
/// reaches each reader exactly once, and whatever a reader was told and not told back is what the record states.
/// </summary>
public sealed class ExactlyOnceTests(PostgresServer server) : IAsyncLifetime
{
    // Of each test alone: what another published and took back would be news to its readers.
    private readonly TestDatabase _database = new(server);

    private const int Steps = 160;

    private sealed record Fact(int Slot, string From, string? To, string Status)
    {
        public string Key => $"lsd-{Slot}";
    }

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Every_reader_hears_every_event_exactly_once_whatever_is_published_meanwhile()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        await using var api = await TestApi.StartAsync(_database.Reader);
        var facts = Facts(random);
        await PublishAsync(facts);
        Reader[] readers = [new(api, "", seed), new(api, "kind=law&", seed), new(api, "kind=record&", seed), new(api, "jurisdiction=DE&substance=lsd&", seed), new(api, "kind=law&", seed)];
        foreach (var reader in readers)
        {
            await reader.BeginAsync();
        }

        for (var step = 0; step < Steps; step++)
        {
            switch (random.Next(6))
            {
                case 0:
                    facts = Facts(random);
                    await PublishAsync(facts);
                    break;
                case 1:
                    api.Clock.Now = api.Clock.Now.AddDays(random.Next(1, 200));
                    break;
                default:
                    await readers[random.Next(readers.Length)].ReadOnceAsync(random.Next(1, 5));
                    break;
            }
        }

        var records = await AllRecordEventsAsync(api);
        foreach (var reader in readers)
        {
            while (!await reader.ReadOnceAsync(random.Next(1, 9)))
            {
            }

            var today = DateOnly.FromDateTime(api.Clock.Now.UtcDateTime);
            if (reader.HearsLaw)
            {
                Assert.Equal(Stated(facts, today).Append($"seed {seed}").Order(StringComparer.Ordinal), reader.Told.Append($"seed {seed}").Order(StringComparer.Ordinal));
            }

            Assert.True(!reader.HearsAllRecords || records.SetEquals(reader.Records), $"seed {seed}");
            Assert.True(reader.Heard > 20, $"seed {seed}: {reader.Heard}");
        }
    }

    [Fact]
    public async Task Looking_back_gives_every_event_once_too_and_is_not_torn_by_a_publication()
    {
        var random = new Random(7);
        await using var api = await TestApi.StartAsync(_database.Reader);
        await PublishAsync(Facts(random));
        await PublishAsync(Facts(random));
        var whole = (await api.GetAsync("/v1/changes?limit=500"))["items"]!.AsArray().Select(item => (string)item!["id"]!).ToList();
        var ids = new List<string>();
        for (var next = "/v1/changes?limit=3"; next is not null;)
        {
            var part = await api.GetAsync(next);
            ids.AddRange(part["items"]!.AsArray().Select(item => (string)item!["id"]!));
            next = (string?)part["next"];
            if (ids.Count == 6)
            {
                await PublishAsync(Facts(random));
            }
        }

        Assert.Equal(whole, ids);
        Assert.Distinct(ids);
    }

    private async Task PublishAsync(IReadOnlyList<Fact> facts) => await _database.PublishAsync(facts
        .Aggregate(Given.Substances().Place("DE"), (given, fact) => given.Record(fact.Key, "DE", "lsd", fact.Status, from: fact.From, to: fact.To)).Rows);

    // One record in each span of years, some of which lie ahead; some end where the next begins, some earlier.
    private static List<Fact> Facts(Random random)
    {
        var facts = new List<Fact>();
        int[] years = [1985, 1998, 2012, 2026, 2031];
        for (var slot = years.Length - 1; slot >= 0; slot--)
        {
            if (random.Next(3) == 0)
            {
                continue;
            }

            var later = facts.Count == 0 ? null : facts[^1].From;
            var to = random.Next(3) == 0 ? Date(random, years[slot] + 3) : later;
            facts.Add(new Fact(slot, Date(random, years[slot]), to, random.Next(2) == 0 ? "prohibited" : "medical_only"));
        }

        return facts;
    }

    private static string Date(Random random, int year) => random.Next(3) switch
    {
        0 => $"{year}",
        1 => $"{year}-{random.Next(1, 13):D2}",
        _ => $"{year}-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}",
    };

    // What the law is told to have done by a day, by the list of facts alone.
    private static HashSet<string> Stated(List<Fact> facts, DateOnly day)
    {
        static DateOnly Last(string date) => PartialDate.Parse(date).Last;
        var begun = facts.Where(fact => Last(fact.From) <= day).Select(fact => $"{fact.Key} took_effect {fact.From} {fact.Status}");
        var ended = facts
            .Where(fact => fact.To is { } to && Last(to) <= day && !facts.Exists(other => other != fact
                && PartialDate.Parse(other.From).First <= Last(to) && (other.To is null || Last(other.To) > Last(to))))
            .Select(fact => $"{fact.Key} ended {fact.To} {fact.Status}");
        return [.. begun, .. ended];
    }

    private static async Task<HashSet<string>> AllRecordEventsAsync(TestApi api)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var next = "/v1/changes?kind=record&limit=500"; next is not null;)
        {
            var part = await api.GetAsync(next);
            Assert.All(part["items"]!.AsArray(), item => Assert.True(ids.Add((string)item!["id"]!)));
            next = (string?)part["next"];
        }

        return ids;
    }

    private sealed class Reader(TestApi api, string filters, int seed)
    {
        private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);
        private string _since = "";

        public HashSet<string> Records { get; } = new(StringComparer.Ordinal);

        public IEnumerable<string> Told => _told.Values;

        public int Heard { get; private set; }

        public bool HearsLaw => !filters.StartsWith("kind=record", StringComparison.Ordinal);

        public bool HearsAllRecords => filters is "" or "kind=record&";

        /// <summary>The latest, all of it, and where to go on from.</summary>
        public async Task BeginAsync()
        {
            var answer = await api.GetAsync($"/v1/changes?{filters}limit=500");
            Assert.Null(answer["next"]);
            Take(answer);
        }

        /// <summary>True where there is nothing new: the end of a batch is that of the present in which it began.</summary>
        public async Task<bool> ReadOnceAsync(int limit)
        {
            var answer = await api.GetAsync($"/v1/changes?{filters}limit={limit}&since={_since}");
            Assert.True(answer["items"]!.AsArray().Count <= limit);
            Take(answer);
            return answer["items"]!.AsArray().Count == 0;
        }

        private void Take(JsonObject answer)
        {
            foreach (var item in answer["items"]!.AsArray().Select(item => item!))
            {
                Heard++;
                var id = (string)item["id"]!;
                var isNew = (string?)item["change"] == "retracted" ? _told.Remove((string)item["retracts"]!)
                    : (string?)item["kind"] == "law" ? _told.TryAdd(id, Words(item))
                    : Records.Add(id);
                Assert.True(isNew, $"seed {seed}, {filters}: {item.ToJsonString()}");
            }

            _since = (string)answer["since"]!;
        }

        private static string Words(JsonNode item)
        {
            var id = (string)item["law"]!["classification"]!;
            var key = Enumerable.Range(0, 5).Select(slot => $"lsd-{slot}").Single(slot => RecordId.OfClassification($"DE/{slot}") == id);
            return $"{key} {item["change"]} {item["law"]!["on"]} {item["law"]!["status"]}";
        }
    }
}
