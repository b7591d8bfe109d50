using LegalStatusApi.FaultTests.Support;
using LegalStatusApi.Features.Maintenance.Keys;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.FaultTests;

/// <summary>What a guesser of keys could learn by the answer or by its time. The times are told, and no gate: a busy machine has its own.</summary>
[Collection(FaultyService.OfClients)]
public sealed class KeyTimingTests(FaultyService service)
{
    [Fact, Fault(23)]
    public async Task A_key_that_is_unknown_wrong_revoked_or_expired_is_answered_alike()
    {
        var owner = service.Database.Owner;
        Assert.True(KeyToken.TryParse(await owner.KeyAsync("Right", "propose"), out var right));
        var (revoked, expired) = (await owner.KeyAsync("Revoked", "propose"), await owner.KeyAsync("Expired", "propose"));
        await owner.TamperAsync($"update api_key set revoked_at = now() where id = '{revoked.Split('_')[1]}'; "
            + $"update api_key set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where id = '{expired.Split('_')[1]}'");
        var kinds = new Dictionary<string, Func<string>>
        {
            ["unknown id"] = () => KeyToken.New().ToString(), ["wrong secret"] = () => (KeyToken.New() with { Id = right.Id }).ToString(), ["revoked"] = () => revoked, ["expired"] = () => expired,
        };
        var (times, answers) = (kinds.Keys.ToDictionary(kind => kind, _ => new List<double>()), new HashSet<string>());
        for (var i = 0; i < Figures.Many(50, 2000); i++)
        {
            foreach (var (kind, key) in kinds)
            {
                var reply = await Reply.GetAsync(service.Client, "/v1/changesets", ("Authorization", $"Bearer {key()}"));
                times[kind].Add(reply.Milliseconds);
                answers.Add($"{reply.Status} {reply.Text}");
            }
        }

        var medians = times.ToDictionary(each => each.Key, each => each.Value.Order().ElementAt(each.Value.Count / 2));
        Figures.Saw($"{times.Values.Sum(each => each.Count)} guesses, one answer; medians {string.Join(", ", medians.Select(each => FormattableString.Invariant($"{each.Key} {each.Value:0.00} ms")))}: {(medians.Values.Max() / medians.Values.Min() - 1) * 100:0.0} % apart");
        Assert.Contains("Refused a key on GET /v1/changesets", service.Served.Log, StringComparison.Ordinal);
        Assert.StartsWith("401 ", Assert.Single(answers), StringComparison.Ordinal);
    }
}
