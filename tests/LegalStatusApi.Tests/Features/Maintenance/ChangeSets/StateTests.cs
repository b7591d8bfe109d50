using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>Every state, action and role (fault 18): what is refused changes no row of the set and stands in the audit.</summary>
[Fault(18)]
public sealed class StateTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    public static TheoryData<string> States => [.. StateTable.States];

    [Fact]
    public void The_table_has_every_cell() => Assert.Equal(6 * 11 * 5, StateTable.All.Distinct().Count());

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_action_of_every_role_is_taken_or_refused_as_the_table_says(string state)
    {
        await database.PublishAsync(Given.Substances().Place("DE").Place("FR").Record("lsd-1", "DE", "lsd", from: "2000-01-01").Record("lsd-1", "FR", "lsd", from: "2000-01-01").Rows);
        await using var api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        var people = new Dictionary<string, MaintainerClient>(StringComparer.Ordinal);
        await database.KeyAsync("Rex", "review");
        foreach (var (role, scopes) in StateTable.Scopes)
        {
            people[role] = new MaintainerClient(api, await database.KeyAsync(role, scopes));
        }

        var wrong = new List<string>();
        foreach (var cell in StateTable.All.Where(cell => cell.State == state))
        {
            var id = await SetAsync(cell.State, people["author"]);
            var (before, audited) = (await StoredAsync(id), await AuditedAsync(cell.Status));
            var answer = await ActAsync(people[cell.Role], cell, id);
            if (answer.Status != cell.Status)
            {
                wrong.Add($"{cell}: {answer.Status} {answer.Text}");
            }
            else if (answer.Status >= 400 && (before != await StoredAsync(id) || await AuditedAsync(cell.Status) != audited + 1))
            {
                wrong.Add($"{cell}: something changed, or no audit");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static Task<MaintainerClient.Answer> ActAsync(
        MaintainerClient who, (string Action, string Role, string State, int Status) cell, string id)
    {
        var set = $"/v1/changesets/{id}";
        var record = ProposedSet.Record("2001-01-01", schedule: "Other");
        return cell.Action switch
        {
            "put" => who.PutAsync($"{set}/classifications/FR/lsd-1", record, 1),
            "remove" => who.DeleteAsync($"{set}/classifications/FR/lsd-1", 1),
            "import" => who.SendAsync(HttpMethod.Post, $"{set}/import", "jurisdiction,key,schedule\n", "text/csv", 1),
            "revert" => who.PostAsync($"{set}/revert", new JsonObject { ["record"] = "DE/lsd-1" }, 1),
            "approve" => ApproveAsync(who, set, cell.State),
            "reject" => who.PostAsync($"{set}/reject", new JsonObject { ["reason"] = "No." }, 1),
            "withdraw" => who.DeleteAsync(set, 1),
            "diff" => who.GetAsync($"{set}/diff"),
            "show" => who.GetAsync(set),
            _ => who.PostAsync($"{set}/{cell.Action}", version: 1),
        };
    }

    private static async Task<MaintainerClient.Answer> ApproveAsync(MaintainerClient who, string set, string state)
    {
        var hash = state == "in_review" ? (string?)(await who.GetAsync($"{set}/diff")).Expect(200).Json["hash"] : new string('0', 64);
        return await who.PostAsync($"{set}/approve", new JsonObject { ["hash"] = hash }, 1);
    }

    // Straight into the database, in the state asked for: the ways there have tests of their own.
    private async Task<string> SetAsync(string state, MaintainerClient anybody)
    {
        var id = "chs_" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 16);
        await database.Owner.AskAsync<int>("""
            insert into changeset (id, author, title, reason, base_revision) select @Id, @Author, 'A proposal', 'A test.', max(number) from revision;
            insert into changeset_row (changeset, relation, id, content, put_by)
            select @Id, relation, id, fields || texts || jsonb_build_object('schedule', @Id), @Insider
            from recorded_row where id = @Record and upper_inf(recorded);
            insert into changeset_note (changeset, record, kind, reason, put_by) values (@Id, 'DE/lsd-1', 'corrected', 'Read again.', @Insider)
            """, new { Id = id, Author = RecordId.OfMaintainer("author"), Insider = RecordId.OfMaintainer("insider"), Record = RecordId.OfClassification("DE/lsd-1") });
        var hash = state == "approved" ? (string)(await anybody.GetAsync($"/v1/changesets/{id}/diff")).Expect(200).Json["hash"]! : "";
        await database.Owner.AskAsync<int>("""
            update changeset set state = @State,
              reviewer = case when @State in ('approved', 'rejected', 'published') then @Reviewer end,
              approved_hash = case when @State = 'approved' then decode(@Hash, 'hex') end,
              rejection = case when @State = 'rejected' then 'No.' end,
              diff = case when @State in ('rejected', 'published') then '{"records": []}'::jsonb end,
              revision = case when @State = 'published' then base_revision end
            where id = @Id
            """, new { Id = id, State = state, Hash = hash, Reviewer = RecordId.OfMaintainer("Rex") });
        return id;
    }

    private Task<string?> StoredAsync(string id) => database.Owner.AskAsync<string>("""
        select row_to_json(changeset)::text || coalesce((select string_agg(row_to_json(held)::text, ' ' order by held.relation, held.id)
          from changeset_row as held where held.changeset = changeset.id), '') || coalesce((select string_agg(row_to_json(note)::text, ' ' order by note.record)
          from changeset_note as note where note.changeset = changeset.id), '')
        from changeset where id = @Id
        """, new { Id = id });

    private Task<long> AuditedAsync(int status) =>
        database.Owner.AskAsync<long>("select count(*) from audit where action = @Action", new { Action = $"refused: {status}" })!;
}
