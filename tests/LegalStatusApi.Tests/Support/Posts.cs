using System.Text;
using System.Text.Json.Nodes;

namespace LegalStatusApi.Tests.Support;

/// <summary>Questions that are too long for an address.</summary>
public static class Posts
{
    /// <summary>The JSON of an answer that must have this status.</summary>
    public static async Task<JsonObject> PostAsync(this TestApi api, string address, string body, int status = 200, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await api.Client.PostAsync(address, content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"{address} gave {(int)answer.StatusCode}: {text}");
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        return JsonNode.Parse(text)!.AsObject();
    }
}
