using System.Text;
using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Tests.Features.Maintenance;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Commands;

/// <summary>Keys are made, listed, rotated and revoked on the command line, beside a service that is running.</summary>
[Fault(23)]
public sealed class KeysTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_key_works_at_once_when_made_and_fails_at_once_when_rotated_or_revoked_on_every_instance()
    {
        await using var one = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        await using var another = await TestApi.StartAsync(database.Reader, TestApi.OfItsOwn, database.Writer);
        async Task<(int, int)> AskAsync(string key) => (
            (await new MaintainerClient(one, key).GetAsync("/v1/changesets")).Status, (await new MaintainerClient(another, key).GetAsync("/v1/changesets")).Status);

        var made = await RunAsync("create", "--name", "Ada Lovelace", "--scopes", "propose,review", "--expires", "2199-01-01");
        var key = made.Said.Trim();
        Assert.True(KeyToken.TryParse(key, out var token), made.ToString());
        Assert.DoesNotContain(token.Secret, made.Errors);
        Assert.Equal((200, 200), await AskAsync(key));

        var rotated = await RunAsync("rotate", token.Id);
        var newer = rotated.Said.Trim();
        Assert.True(KeyToken.TryParse(newer, out var second), rotated.ToString());
        Assert.Equal(((401, 401), (200, 200)), (await AskAsync(key), await AskAsync(newer)));

        var listed = await RunAsync("list");
        var lines = listed.Said.Split('\n');
        Assert.Matches("Ada Lovelace\\s+propose,review\\s+2199-01-01\\s+revoked", Assert.Single(lines, line => line.Contains(token.Id, StringComparison.Ordinal)));
        Assert.Matches("Ada Lovelace\\s+propose,review\\s+2199-01-01\\s+valid", Assert.Single(lines, line => line.Contains(second.Id, StringComparison.Ordinal)));
        Assert.DoesNotContain(second.Secret, listed.ToString());

        Assert.Equal(0, (await RunAsync("revoke", second.Id)).ExitCode);
        Assert.Equal((401, 401), await AskAsync(newer));
        Assert.Equal(1, (await RunAsync("revoke", second.Id)).ExitCode);

        Assert.Equal(["create key", "revoke key", "create key", "revoke key"], await database.Owner.ListAsync<string>("""
            select action from audit
            where subject in (select api_key.id from api_key join maintainer on maintainer.id = api_key.maintainer where name = 'Ada Lovelace')
            order by number
            """));
        Assert.Equal(Convert.ToHexString(second.Hash), await database.Owner.AskAsync<string>("select upper(encode(hash, 'hex')) from api_key where id = @Id", new { second.Id }));
        foreach (var table in new[] { "api_key", "key_use", "audit", "maintainer" })
        {
            var stored = string.Join('\n', await database.Owner.ListAsync<string>($"select row_to_json({table})::text from {table}"));
            Assert.DoesNotContain(second.Secret, stored);
            Assert.DoesNotContain(Convert.ToHexStringLower(Encoding.ASCII.GetBytes(second.Secret)), stored);
        }
    }

    [Theory]
    [InlineData("create --name A --scopes propose,root --expires 2199-01-01", "--scopes takes")]
    [InlineData("create --name A --scopes propose --expires tomorrow", "is not a day")]
    [InlineData("create --name A --scopes propose --expires 2001-01-01", "already have expired")]
    public async Task A_key_that_makes_no_sense_is_not_made(string words, string said)
    {
        var outcome = await RunAsync(words.Split(' '));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(said, outcome.Errors);
        Assert.Empty(outcome.Said);
    }

    [Fact]
    public async Task A_name_in_other_letters_is_no_other_person()
    {
        Assert.Equal(0, (await RunAsync("create", "--name", "Bea", "--scopes", "propose", "--expires", "2199-01-01")).ExitCode);

        var refused = await RunAsync("create", "--name", "bEA", "--scopes", "review", "--expires", "2199-01-01");
        var another = await RunAsync("create", "--name", "Bea", "--scopes", "review", "--expires", "2199-01-01");

        Assert.Equal((1, 0), (refused.ExitCode, another.ExitCode));
        Assert.Contains("There is a maintainer 'Bea': write the name so.", refused.Errors);
        Assert.Equal(1, await database.Owner.AskAsync<int>("select count(*) from maintainer where lower(name) = 'bea'"));
    }

    [Fact]
    public async Task A_key_is_rotated_to_another_day_and_an_expired_one_only_so()
    {
        await database.KeyAsync("Cyd", "propose");
        await database.Owner.RunAsync("""
            insert into api_key (id, maintainer, hash, scopes, created_at, expires_at)
            select 'aaaaaaaaaaaa', id, sha256('an old one'), array['propose']::maintenance_scope[], '2026-01-01', '2026-02-01'
            from maintainer where name = 'Cyd'
            """);

        var expired = await RunAsync("rotate", "aaaaaaaaaaaa");
        var past = await RunAsync("rotate", "aaaaaaaaaaaa", "--expires", "2026-03-01");
        var noDay = await RunAsync("rotate", "aaaaaaaaaaaa", "--expires", "soon");
        var rotated = await RunAsync("rotate", "aaaaaaaaaaaa", "--expires", "2198-01-01");

        Assert.Equal((1, 1, 1, 0), (expired.ExitCode, past.ExitCode, noDay.ExitCode, rotated.ExitCode));
        Assert.All([expired, past], outcome => Assert.Contains("name a later day with --expires", outcome.Errors));
        Assert.Contains("is not a day", noDay.Errors);
        Assert.True(KeyToken.TryParse(rotated.Said.Trim(), out var token), rotated.ToString());
        Assert.Equal("2198-01-01", await database.Owner.AskAsync<string>("select to_char(expires_at at time zone 'utc', 'YYYY-MM-DD') from api_key where id = @Id", new { token.Id }));
    }

    private Task<LegalStatus.Outcome> RunAsync(params string[] words) =>
        LegalStatus.RunAsync(["keys", .. words], ("ConnectionStrings__Postgres", database.ConnectionString));
}
