using System.Text.Json;
using LegalStatusApi.Caching;
using LegalStatusApi.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace LegalStatusApi.Tests.Caching;

/// <summary>Answers are the same, byte for byte and header for header, with every cache on, off, or out of order.</summary>
public sealed class SameAnswersTests(FilledDatabase database) : IClassFixture<FilledDatabase>
{
    // After five calls that took too long the shared cache is asked once in five seconds, and one call in time is enough.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string[] Places = ["US-CO-denver", "DE", "GB", "NL", "US-OR", "UN", "AU-VIC", "BR", "US-OR-keizer", "XX", "de"];

    /// <summary>Addresses that are answered, redirected and refused, with the headers that they are asked with.</summary>
    private static IEnumerable<(string Address, (string Name, string Value)[] Headers)> Questions()
    {
        var days = new[] { "", "?on=2024-01-01", "?on=1966-10-06", "?on=1971-05-06", "?on=2030-02-28", "?on=1900-02-29", "?on=2024-01-01&revision=1", "?on=2030-01-01&revision=1", "?revision=7", "?maxAge=P1Y", "?form=mushrooms", "?form=nothing", "?on=2024-03-05", "?on=2030-03-01", "?on=2024-03-06&revision=1", "?on=2023-02-30", "?on=1800-01-01", "?on=1799-12-31", "?on=2199-12-31", "?on=2200-01-01", "?on=2024-01-01&on=2024-03-05", "?on=2024-03-05&", "?form=mushrooms&on=2023-02-03", "?form=mushrooms&on=2023-02-04", "?on=2023-02-03&form=mushrooms" };
        foreach (var (place, number) in Places.Select((place, number) => (place, number)))
        {
            var substance = new[] { "psilocybin", "lsd", "ketamine" }[number % 3];
            foreach (var day in days)
            {
                yield return ($"/v1/status/{place}/{substance}{day}", []);
            }

            foreach (var format in new[] { "csl-json", "bibtex", "citation", "json-ld", "text", "csv", "html" })
            {
                yield return ($"/v1/status/{place}/{substance}?format={format}", []);
            }

            yield return ($"/v1/history/{place}/{substance}", []);
            yield return ($"/v1/status/{place}/{substance}?on=2021-01-01", [("Accept", "application/ld+json, text/plain;q=0.5")]);
            yield return ($"/v1/status/{place}/{substance}?on=2021-01-01", [("Accept-Encoding", "br, gzip"), ("Origin", "https://paper.example")]);
            yield return ($"/v1/status/{place}/{substance}?on=2021-01-01", [("Accept-Encoding", "gzip;q=1, br;q=0")]);
            yield return ($"/places/{place}/{substance}?on=2021-01-01", []);
            yield return ($"/places/{place}", [("Accept-Encoding", "br")]);
            yield return ($"/v1/status/{place}/{substance}?on=2021-01-01", [("If-None-Match", "*")]);
            yield return ($"/v1/status/{place}/{substance}?on=2021-01-01", [("If-None-Match", "*"), ("Origin", "https://paper.example")]);
            yield return ($"/v1/status/{place}/{substance}?on=2021-01-01", [("If-None-Match", "*"), ("Accept", "application/ld+json")]);
            yield return ($"/v1/status/{place}/{substance}", [("If-None-Match", "\"other\", *"), ("Accept-Encoding", "br")]);
            yield return ($"/places/{place}", [("If-None-Match", "\"other\"")]);
            yield return ($"/places/{place}", [("If-None-Match", "*")]);
        }

        // On the second day and the third, the answers of the pairs may stand in memory; what lies ahead, names or changes more, may not be taken for them.
        foreach (var day in new[] { "on=2019-01-01", "on=2019-01-02", "on=2019-03-04", "on=2019-01-01&on2=2024-01-01", "on=2019-01-03&on2=2019-01-04", "on=2019-01-05&maxAge=P1Y", "on=2019-01-06&revision=1", "on=2019-01-07&format=csv", "on=2019-01-08&format=text", "on=2030-01-01", "on=2030-01-02&revision=1", "on=2030-01-03", "" })
        {
            yield return ($"/v1/status?jurisdiction=DE,nl,XX,US-CO-denver,US-OR,DE&substance=lsd,Psilocybin,nothing&{day}", []);
            yield return ($"/v1/status?jurisdiction=DE,NL,US-CO-denver&substance=psilocybin&form=mushrooms&{day}", []);
        }

        yield return ("/v1/jurisdictions/DE", []);
        yield return ("/v1/sources/de-btmg", []);
        yield return ("/v1/vocabulary", []);
    }

    [Fact]
    public async Task With_every_cache_on_or_off_or_broken_answers_are_the_same()
    {
        await using var redis = await RedisServer.StartAsync();
        var address = redis.Address;
        await using var off = await TestApi.StartAsync(database.Reader, Cached.Off, database.Writer);
        await using var on = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        await using var stacks = await TestApi.StartAsync(database.Reader, Cached.StacksAlone, database.Writer);
        await using var shared = await TestApi.StartAsync(database.Reader, builder => builder.Configuration["ConnectionStrings:Redis"] = address, database.Writer);
        await using var broken = await TestApi.StartAsync(database.Reader, builder => builder.Configuration["ConnectionStrings:Redis"] = "127.0.0.1:1", database.Writer);
        await using var tight = await TestApi.StartAsync(database.Reader, Tight, database.Writer);
        var asked = 0;
        foreach (var (question, headers) in Questions())
        {
            var expected = await off.WholeAsync(question, headers);
            foreach (var (name, api) in new[] { ("on", on), ("stacks alone", stacks), ("shared", shared), ("broken", broken), ("tight", tight) })
            {
                // A stack is kept, then its text is known, then the answer itself is kept, and then given from memory.
                for (var time = 1; time <= 4; time++)
                {
                    Assert.True(expected == await api.WholeAsync(question, headers), $"{question}, caches {name}, time {time}");
                }
            }

            asked++;
        }

        Assert.True(asked > 200);
        // On a busy machine the shared cache may have been let alone all the while; it is asked again, and then something is left in it.
        var places = new Queue<string>(await PlacesAsync(shared));
        await Cached.UntilAsync(async () =>
        {
            await shared.GetAsync($"/v1/status/{places.Dequeue()}/lsd?on=2001-01-01");
            await Task.Delay(SharedCache.Budget * 5, TestContext.Current.CancellationToken);
            return await redis.AskAsync("dbsize") != "0";
        }, "Nothing is left for other instances.", Patience);
    }

    [Theory]
    [InlineData("/v1/status/DE/lsd", null)]
    [InlineData("/v1/status/DE/lsd?on=2011-01-01", null)]
    [InlineData("/v1/status/DE/lsd?on=2011-01-02", "br")]
    [InlineData("/v1/status/DE/lsd?format=text", "gzip")]
    [InlineData("/places/DE", "br")]
    public async Task Whatever_tag_the_client_has_the_answer_is_the_same_from_memory(string address, string? coding)
    {
        await using var off = await TestApi.StartAsync(database.Reader, Cached.Off, database.Writer);
        await using var on = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        using var statements = new Statements();
        await on.WarmAsync(statements);
        (string, string)[] way = coding is null ? [] : [("Accept-Encoding", coding)];
        using var plain = await off.SendAsync(address);
        var tag = plain.Headers.ETag!.Tag.Trim('"');
        string[] conditions =
        [
            $"\"{tag}\"", $"W/\"{tag}\"", $"w/\"{tag}\"", $"\"{tag}-br\"", $"\"{tag}-gzip\"", $"W/\"{tag}-gzip\"", $"\"{tag}-br-br\"", $"\"{tag}-deflate\"", $"\"{tag}-BR\"",
            tag, $"\"{tag}", $"\"{tag}\"x", $" \"{tag}\" ", $"\"{tag}\", \"other\"", $"\"other\",\"{tag}-br\"", $"\"{tag.ToUpperInvariant()}\"", $"\"{tag[..^1]}\"",
            "\"\"", "W/\"\"", "\"-br\"", "\"other-br\"", "\"*\"", "*", "W/*", ",", "", $"\"{new string('a', 61)}\"", $"\"{new string('a', 62)}\"", $"\"{new string('a', 63)}\"",
        ];
        var statuses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var condition in conditions)
        {
            // The answer is kept for those who have none of it.
            for (var time = 1; time <= 3; time++)
            {
                await on.WholeAsync(address, way);
            }

            var expected = await off.WholeAsync(address, [.. way, ("If-None-Match", condition)]);
            statuses.Add(expected[..3]);
            for (var time = 1; time <= 4; time++)
            {
                Assert.True(expected == await on.WholeAsync(address, [.. way, ("If-None-Match", condition)]), $"{address}, {condition}, time {time}");
            }
        }

        Assert.Equal(["200", "304"], statuses.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_comparison_says_of_each_pair_what_its_own_address_says()
    {
        await using var off = await TestApi.StartAsync(database.Reader, Cached.Off, database.Writer);
        await using var on = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        var places = await PlacesAsync(off);
        var compared = 0;
        // Days on which much of the law changed, those before them, and the same again from memory.
        foreach (var day in new[] { "1971-05-05", "1971-05-06", "1990-07-01", "1990-07-02", "2016-11-20", "2016-11-21", "2016-11-22" })
        {
            foreach (var part in places.Chunk(66))
            {
                var said = await on.Client.GetStringAsync($"/v1/status?jurisdiction={string.Join(',', part)}&substance=psilocybin&on={day}", TestContext.Current.CancellationToken);
                using var comparison = JsonDocument.Parse(said);
                foreach (var item in comparison.RootElement.GetProperty("items").EnumerateArray().Where((_, at) => (at + day.Length + compared) % 5 == 0))
                {
                    var place = item.GetProperty("jurisdiction").GetString();
                    Assert.Equal(
                        await off.Client.GetStringAsync($"/v1/status/{place}/psilocybin?on={day}", TestContext.Current.CancellationToken), item.GetProperty("answer").GetRawText());
                    compared++;
                }
            }
        }

        Assert.True(compared > 200, $"{compared} were compared.");
    }

    [Fact]
    public async Task The_longest_comparison_on_record_can_be_kept()
    {
        await using var api = await TestApi.StartAsync(database.Reader, Cached.StacksAlone, database.Writer);
        var longest = 0;
        foreach (var part in (await PlacesAsync(api)).Chunk(66))
        {
            var said = await api.Client.GetByteArrayAsync($"/v1/status?jurisdiction={string.Join(',', part)}&substance=psilocybin,lsd,ketamine", TestContext.Current.CancellationToken);
            longest = Math.Max(longest, said.Length);
        }

        Assert.InRange(longest, 1_000_000, AnswerCache.LongestBytes);
    }

    private static async Task<List<string>> PlacesAsync(TestApi api)
    {
        var places = new List<string>();
        for (var next = "/v1/jurisdictions?limit=200"; next is not null;)
        {
            var page = await api.GetAsync(next);
            places.AddRange(page["items"]!.AsArray().Select(place => (string)place!["code"]!));
            next = (string?)page["next"];
        }

        return places;
    }

    // Room for a few answers and stacks at a time.
    private static void Tight(WebApplicationBuilder builder)
    {
        builder.Configuration["Caching:AnswerMegabytes"] = "1";
        builder.Configuration["Caching:StackMegabytes"] = "1";
    }
}
