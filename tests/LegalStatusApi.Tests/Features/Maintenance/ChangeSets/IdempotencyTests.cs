using System.Text.Json.Nodes;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>The same write sent again (fault 19).</summary>
[Fault(19)]
public sealed class IdempotencyTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const int AtOnce = 50;
    private TestApi _api = null!;
    private MaintainerClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "2000-01-01").Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Sent_many_times_at_once_it_is_done_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => OpenAsync(_author, "at-once", "At once")));

        Assert.All(answers, answer => Assert.True(answer.Status is 201 or 409, answer.Text));
        var opened = answers.Where(answer => answer.Status == 201).ToList();
        Assert.Single(opened, answer => !IsReplay(answer));
        Assert.Single(opened.Select(answer => answer.Text).Distinct());
        Assert.Equal(1, await CountAsync("At once"));
        Assert.All(answers.Where(answer => answer.Status == 409), answer => Assert.NotNull(answer.Headers.RetryAfter));

        var again = await OpenAsync(_author, "at-once", "At once");
        Assert.True(IsReplay(again));
        Assert.Equal((opened[0].Text, opened[0].Version, opened[0].Headers.Location), (again.Text, again.Version, again.Headers.Location));
    }

    [Fact]
    public async Task A_publication_sent_many_times_at_once_is_one_revision()
    {
        var set = await ProposedSet.OpenAsync(_author);
        await set.PutAsync("DE/lsd-1", ProposedSet.Record("2000-01-01", schedule: "Other"));
        await set.SubmitAsync();
        await set.ApproveAsync(new MaintainerClient(_api, await database.KeyAsync("Rita", "review")));
        var publisher = new MaintainerClient(_api, await database.KeyAsync("Paul", "publish"));
        var before = await database.Owner.AskAsync<long>("select max(number) from revision");

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ =>
            publisher.SendAsync(HttpMethod.Post, $"{set.Address}/publish", (JsonObject?)null, set.Version, ("Idempotency-Key", "publish-1"))));

        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 409, answer.Text));
        Assert.Single(answers, answer => answer.Status == 200 && !IsReplay(answer));
        Assert.Equal(before + 1, await database.Owner.AskAsync<long>("select max(number) from revision"));
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        (await OpenAsync(_author, "reused", "First")).Expect(201);

        (await OpenAsync(_author, "reused", "Second")).Expect(422);

        Assert.Equal((1, 0), (await CountAsync("First"), await CountAsync("Second")));
    }

    [Fact]
    public async Task The_same_name_from_another_key_is_another_write()
    {
        var other = new MaintainerClient(_api, await database.KeyAsync("Ada", "propose"));

        var answers = new[] { await OpenAsync(_author, "shared", "Shared"), await OpenAsync(other, "shared", "Shared") };

        Assert.All(answers, answer => Assert.False(IsReplay(answer.Expect(201))));
        Assert.Equal(2, await CountAsync("Shared"));
    }

    [Fact]
    public async Task After_a_day_it_is_a_new_write_and_the_old_answer_is_gone()
    {
        (await OpenAsync(_author, "yesterday", "Daily")).Expect(201);
        (await OpenAsync(_author, "another", "Daily")).Expect(201);
        await database.Owner.RunAsync("update idempotency set created_at = created_at - interval '24 hours 1 second' where name in ('yesterday', 'another')");

        Assert.False(IsReplay((await OpenAsync(_author, "yesterday", "Daily")).Expect(201)));

        Assert.Equal(3, await CountAsync("Daily"));
        Assert.Equal(["yesterday"], await database.Owner.ListAsync<string>("select name from idempotency where name in ('yesterday', 'another')"));
    }

    [Fact]
    public async Task A_refused_write_is_tried_anew()
    {
        var set = await ProposedSet.OpenAsync(_author);
        Task<MaintainerClient.Answer> PutAsync(string from) => _author.SendAsync(
            HttpMethod.Put, $"{set.Address}/classifications/DE/lsd-1", ProposedSet.Record(from), set.Version, ("Idempotency-Key", "refused-first"));

        (await PutAsync("2000-02-30")).Expect(422);

        Assert.False(IsReplay((await PutAsync("2000-02-28")).Expect(200)));
    }

    [Theory]
    [InlineData(256, 'a')]
    [InlineData(1, ' ')]
    [InlineData(3, 'é')]
    public async Task A_name_that_is_too_long_or_not_printable_is_refused(int length, char letter)
    {
        var name = length == 1 ? "a b" : new string(letter, length);

        (await OpenAsync(_author, name, "Never")).Expect(400);

        Assert.Equal(0, await CountAsync("Never"));
    }

    [Fact]
    public async Task The_longest_name_is_taken() => (await OpenAsync(_author, new string('z', 255), "Long")).Expect(201);

    private static Task<MaintainerClient.Answer> OpenAsync(MaintainerClient who, string name, string title) => who.SendAsync(
        HttpMethod.Post, "/v1/changesets", new JsonObject { ["title"] = title, ["reason"] = "A test." }, null, ("Idempotency-Key", name));

    private static bool IsReplay(MaintainerClient.Answer answer) => answer.Headers.Contains("Idempotency-Replayed");

    private Task<int> CountAsync(string title) => database.Owner.AskAsync<int>("select count(*) from changeset where title = @Title", new { Title = title });
}
