using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Features.Maintenance.ChangeSets;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance;

/// <summary>Text that cannot be stored, or would read other than it is, is refused wherever a write takes text; none is a fault.</summary>
[Fault(27)]
public sealed class HostileTextTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Json = "application/json";
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    // As JSON escapes: half a pair, NUL, escape, a control of Latin-1, and what turns the direction of what follows.
    private static readonly string[] Escapes = [@"a\ud800", @"\udc00b", @"a\ud800\ud800b", @"a\u0000b", @"\u001b[2J", @"a\u0085b\u0001", @"a\u202eb", @"\u2066a", @"a\u2069"];

    private TestApi _api = null!;
    private MaintainerClient _all = null!;
    private ProposedSet _set = null!;

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Place("FR").Record("lsd-1", "DE", "lsd", from: "2000-01-01")
            .Record("lsd-1", "FR", "lsd", from: "2000-01-01", verification: "unverified").Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _all = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose", "review", "publish"));
        _set = await ProposedSet.OpenAsync(_all);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    public static TheoryData<string, string, string> Members => new()
    {
        { "POST", "/v1/changesets", """{"title":"@","reason":"So."}""" },
        { "POST", "/v1/changesets", """{"title":"One","reason":"@"}""" },
        { "POST", "/v1/changesets", """{"title":"One","reason":"So.","baseRevision":"@"}""" },
        { "PUT", "{set}/verifications/{record}", """{"verifiedOn":"@"}""" },
        { "PUT", "{set}/verifications/{record}", """{"verifiedOn":"2026-11-20","reason":"@"}""" },
        { "PUT", "{set}/verifications/{record}", """{"verifiedOn":"2026-11-20","source":"@","version":1}""" },
        { "PUT", "{set}/verifications/{record}", """{"verifiedOn":"2026-11-20","verification":"@"}""" },
        { "PUT", "{set}/classifications/DE/lsd-1", """{"change":{"kind":"@","reason":"So."}}""" },
        { "PUT", "{set}/classifications/DE/lsd-1", """{"change":{"kind":"corrected","reason":"@"}}""" },
        { "PUT", "{set}/classifications/DE/lsd-1", """{"summary":"@"{rest}}""" },
        { "PUT", "{set}/classifications/DE/lsd-1", """{"summary":"So.","activities":{"@":"permitted"}{rest}}""" },
        { "PUT", "{set}/classifications/DE/lsd-1", """{"summary":"So.","@":"x"{rest}}""" },
        { "PUT", "{set}/classifications/DE/lsd-1", """{"summary":"So.","conditions":{"setting":"@"}{rest}}""" },
        { "PUT", "{set}/leads/DE/lsd-lead", """{"substance":"lsd","why":"@","toCheck":"Read.","citations":[]}""" },
        { "PUT", "{set}/sources/DE/de-law", """{"type":"statute","title":"@","versions":[{"version":1,"read":false}]}""" },
        { "PUT", "{set}/substances/lsd", """{"name":"@"}""" },
        { "PUT", "{set}/substances/lsd", """{"name":"LSD","identifiers":{"@":["50-37-3"]}}""" },
        { "PUT", "{set}/jurisdictions/DE", """{"type":"country","name":"@"}""" },
        { "PUT", "{set}/jurisdictions/DE", """{"type":"country","name":"Germany","aliases":["@"]}""" },
        { "POST", "{set}/import", """{"classifications":[{"jurisdiction":"DE","key":"lsd-1","summary":"@"{rest}}]}""" },
        { "POST", "{set}/import", """{"classifications":[{"jurisdiction":"@","key":"lsd-1"}]}""" },
        { "POST", "{set}/import", """{"classifications":[{"jurisdiction":"DE","key":"@"}]}""" },
        { "POST", "{set}/import", """{"files":{"jurisdictions/DE.yaml":"code: DE\ntype: country\nname: Ger@many\n"}}""" },
        { "POST", "{set}/import", """{"files":{"jurisdictions/@.yaml":"code: DE\n"}}""" },
        { "POST", "{set}/reject", """{"reason":"@"}""" },
        { "POST", "{set}/approve", """{"hash":"@"}""" },
        { "POST", "/v1/review-queue/{item}/settle", """{"how":"@"}""" },
        { "POST", "/v1/review-queue/{item}/claim", """{"release":"@"}""" },
        { "POST", "/v1/reports", """{"jurisdiction":"DE","substance":"lsd","kind":"other","text":"@"}""" },
        { "POST", "/v1/reports", """{"jurisdiction":"DE","substance":"@","kind":"other","text":"x"}""" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Text_that_is_none_is_refused_in_every_member_of_every_body(string method, string address, string body)
    {
        address = await AddressOfAsync(address);
        if (address.EndsWith("/reject", StringComparison.Ordinal) || address.EndsWith("/approve", StringComparison.Ordinal))
        {
            await InReviewAsync();
        }

        var before = await StoredAsync();
        var taken = new List<string>();
        foreach (var escape in Escapes)
        {
            var sent = body.Replace("@", escape, StringComparison.Ordinal).Replace("{rest}", Rest, StringComparison.Ordinal);
            var answer = await (await ReviewerAsync(address)).SendAsync(new HttpMethod(method), address, sent, Json, _set.Version);
            if (answer.Status is not (400 or 422) || answer.Detail.Length == 0 || !IsClean(answer.Text))
            {
                taken.Add($"{escape}: {answer.Status} {answer.Text}");
            }
        }

        Assert.True(taken.Count == 0, string.Join('\n', taken));
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task The_same_bodies_with_ordinary_text_are_not_refused_for_their_text()
    {
        foreach (var (method, address, body) in new[]
        {
            ("PUT", "{set}/verifications/{record}", """{"verifiedOn":"2026-11-20","reason":"@"}"""),
            ("PUT", "{set}/classifications/DE/lsd-1", """{"summary":"@"{rest}}"""),
            ("POST", "{set}/import", """{"classifications":[{"jurisdiction":"DE","key":"lsd-1","summary":"@"{rest}}]}"""),
            ("POST", "/v1/changesets", """{"title":"@","reason":"So."}"""),
        })
        {
            foreach (var text in new[] { @"Pilze \ud83c\udf44", "שלום \u200f.", @"\u00e9\u0301", "100 % § 2 'a'; --" })
            {
                var answer = await _all.SendAsync(new HttpMethod(method), await AddressOfAsync(address),
                    body.Replace("@", text, StringComparison.Ordinal).Replace("{rest}", Rest, StringComparison.Ordinal), Json, _set.Version);
                Assert.True(answer.Status is 200 or 201, $"{address} {text}: {answer.Text}");
                _set = address == "/v1/changesets" ? _set : new ProposedSet(_all, _set.Id, answer.Version!.Value);
            }
        }
    }

    [Theory]
    [InlineData("text/csv", "jurisdiction,key,summary\nDE,lsd-1,a@b\n")]
    [InlineData("text/csv", "jurisdiction,key,activities.@\nDE,lsd-1,permitted\n")]
    [InlineData("text/csv", "jurisdiction,key,citations.1.@\nDE,lsd-1,x\n")]
    [InlineData("text/csv", "jurisdiction,key,summary\nD@E,lsd-1,a\n")]
    [InlineData("application/yaml", "code: DE\ntype: country\nname: Ger@many\n")]
    [InlineData("application/yaml", "code: DE\ntype: country\nname: \"Ger@many\"\n")]
    [InlineData("application/yaml", "code: D@E\ntype: country\nname: Germany\n")]
    [InlineData("application/yaml", "jurisdiction: DE\nsources:\n  - key: de-@\n    type: statute\n    title: A law\n")]
    public async Task Text_that_is_none_is_refused_in_tables_and_files(string mediaType, string body)
    {
        var before = await StoredAsync();
        foreach (var text in new[] { "\0", "\u0001", "\u001b", "\u0085", "\u009f", "\u202e", "\u2067", "\u2028" })
        {
            var answer = await _all.SendAsync(HttpMethod.Post, $"{_set.Address}/import", body.Replace("@", text, StringComparison.Ordinal), mediaType, _set.Version);
            Assert.True(answer.Status is 400 or 422, $"U+{(int)text[0]:X4}: {answer.Status} {answer.Text}");
        }

        Assert.Equal(before, await StoredAsync());
    }

    [Theory]
    [InlineData(@"\0")]
    [InlineData(@"\ud800")]
    [InlineData(@"\U00110000")]
    [InlineData(@"\UFFFFFFFF")]
    [InlineData(@"\U0000d800")]
    [InlineData(@"\x00")]
    [InlineData(@"\xzz")]
    [InlineData(@"\u202e")]
    [InlineData(@"\e")]
    public async Task An_escape_in_a_file_that_is_no_text_is_refused(string escape) =>
        (await _all.SendAsync(HttpMethod.Post, $"{_set.Address}/import", $"code: DE\ntype: country\nname: \"Ger{escape}many\"\n", "application/yaml", _set.Version)).Expect(422);

    [Theory]
    [InlineData("application/json", "{\"classifications\":[{\"jurisdiction\":\"DE\",\"key\":\"lsd-1\",\"summary\":\"Bet\u00e4ubung\"}]}")]
    [InlineData("text/csv", "jurisdiction,key,summary\nDE,lsd-1,Bet\u00e4ubung\n")]
    [InlineData("application/yaml", "code: DE\ntype: country\nname: Bet\u00e4ubung\n")]
    public async Task A_body_in_another_encoding_is_refused_and_no_letter_lost(string mediaType, string body)
    {
        foreach (var encoding in new[] { Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{_set.Address}/import") { Content = new ByteArrayContent(encoding.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{_set.Version}\"");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {await database.KeyAsync("Ada", "propose")}");
            using var answer = await _api.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{encoding.WebName}: {(int)answer.StatusCode} {text}");
        }

        Assert.Equal(1, (await _all.GetAsync(_set.Address)).Version);
    }

    [Theory]
    [InlineData("DELETE", "{set}/classifications/DE/lsd-1?reason=%00")]
    [InlineData("DELETE", "{set}/classifications/DE/lsd-1?reason=%E2%80%AE")]
    [InlineData("PUT", "{set}/classifications/DE/lsd%01")]
    [InlineData("PUT", "{set}/classifications/DE/lsd%E2%80%AE")]
    [InlineData("PUT", "{set}/substances/%E2%81%A6")]
    [InlineData("PUT", "{set}/jurisdictions/D%1BE")]
    [InlineData("PUT", "/v1/review-queue/dead-sources/law%01/1")]
    public async Task Text_that_is_none_is_refused_in_an_address(string method, string address)
    {
        var before = await StoredAsync();
        address = await AddressOfAsync(address);

        var answer = await _all.SendAsync(new HttpMethod(method), address, method == "PUT" ? ProposedSet.Record("2000-01-01") : null, _set.Version);

        Assert.True(answer.Status is 400 or 422, $"{answer.Status} {answer.Text}");
        Assert.Equal(before, await StoredAsync());
    }

    private static string Rest => "," + ProposedSet.Record("2000-01-01").ToJsonString()[1..^1].Replace("\"summary\":\"A summary.\",", "", StringComparison.Ordinal);

    // A refusal is itself text that any client can read.
    private static bool IsClean(string text) => Utf8.GetByteCount(text) > 0 && !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r'));

    private async Task<string> AddressOfAsync(string address)
    {
        var item = address.Contains("{item}", StringComparison.Ordinal)
            ? (string?)(await _api.GetAsync("/v1/review-queue?kind=unverified&jurisdiction=FR"))["items"]![0]!["id"] : "";
        return address.Replace("{set}", _set.Address, StringComparison.Ordinal).Replace("{item}", item, StringComparison.Ordinal)
            .Replace("{record}", LegalStatusApi.Domain.RecordId.OfClassification("DE/lsd-1"), StringComparison.Ordinal);
    }

    private async Task InReviewAsync()
    {
        await _set.PutAsync("DE/lsd-1", ProposedSet.Record("2000-01-01", schedule: "Other"));
        await _set.SubmitAsync();
    }

    // Whoever opened the set may not judge it.
    private async Task<MaintainerClient> ReviewerAsync(string address) =>
        address.EndsWith("/reject", StringComparison.Ordinal) || address.EndsWith("/approve", StringComparison.Ordinal)
            ? new MaintainerClient(_api, await database.KeyAsync("Rita", "review")) : _all;

    private Task<string?> StoredAsync() => database.Owner.AskAsync<string>("""
        select (select jsonb_agg(to_jsonb(changeset) order by id) from changeset)::text || coalesce((select jsonb_agg(to_jsonb(held) order by changeset, relation, id) from changeset_row as held)::text, '')
          || (select count(*) from report) || ' ' || (select count(*) from review_claim) || ' ' || (select count(*) from review_settlement)
          || ' ' || coalesce((select jsonb_agg(to_jsonb(note) order by changeset, record) from changeset_note as note)::text, '')
        """);
}
