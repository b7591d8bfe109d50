using System.Text.Json.Nodes;

namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>A change set as its author works on it: it remembers the version that it saw last.</summary>
public sealed class ProposedSet(MaintainerClient author, string id, int version)
{
    public string Id => id;

    public string Address => $"/v1/changesets/{id}";

    public int Version { get; private set; } = version;

    public static async Task<ProposedSet> OpenAsync(MaintainerClient author, string reason = "A test.")
    {
        var opened = (await author.PostAsync("/v1/changesets", new JsonObject { ["title"] = "A proposal", ["reason"] = reason })).Expect(201);
        return new ProposedSet(author, (string)opened.Json["id"]!, opened.Version!.Value);
    }

    /// <summary>A classification as the address takes it; what is not said is ordinary.</summary>
    public static JsonObject Record(string? from, string? to = null, string schedule = "Schedule I", string substance = "lsd", string summary = "A summary.")
    {
        var record = new JsonObject
        {
            ["substance"] = substance,
            ["from"] = from,
            ["to"] = to,
            ["status"] = "prohibited",
            ["schedule"] = schedule,
            ["medicalAccess"] = "unknown",
            ["summary"] = summary,
            ["verification"] = "secondary",
            ["verifiedOn"] = "2026-11-01",
            ["reviewDue"] = "2027-05-01",
            ["citations"] = new JsonArray(new JsonObject { ["source"] = "law", ["version"] = 1, ["role"] = "establishes", ["pinpoint"] = "§ 1" }),
        };
        foreach (var absent in record.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            record.Remove(absent);
        }

        return record;
    }

    public static JsonObject Change(string kind) => new() { ["kind"] = kind, ["reason"] = "The gazette was read again." };

    /// <summary>Puts a record, as a correction where it does not say otherwise.</summary>
    public Task<MaintainerClient.Answer> PutAsync(string record, JsonObject body, int status = 200, MaintainerClient? by = null)
    {
        body["change"] ??= Change("corrected");
        return DoAsync(HttpMethod.Put, $"/classifications/{record}", body, status, by);
    }

    public Task<MaintainerClient.Answer> SubmitAsync(int status = 200) => DoAsync(HttpMethod.Post, "/submit", null, status, null);

    public async Task<string> HashAsync(MaintainerClient? by = null) => (string)(await (by ?? author).GetAsync($"{Address}/diff")).Expect(200).Json["hash"]!;

    public async Task<MaintainerClient.Answer> ApproveAsync(MaintainerClient by, int status = 200, string? hash = null) =>
        await DoAsync(HttpMethod.Post, "/approve", new JsonObject { ["hash"] = hash ?? await HashAsync(by) }, status, by);

    public Task<MaintainerClient.Answer> PublishAsync(MaintainerClient by, int status = 200) => DoAsync(HttpMethod.Post, "/publish", null, status, by);

    public async Task<MaintainerClient.Answer> DoAsync(HttpMethod method, string below, JsonObject? body, int status, MaintainerClient? by)
    {
        var answer = (await (by ?? author).SendAsync(method, Address + below, body, Version)).Expect(status);
        Version = answer.Version ?? Version;
        return answer;
    }

    public async Task<string> StateAsync() => (string)(await author.GetAsync(Address)).Expect(200).Json["state"]!;
}
