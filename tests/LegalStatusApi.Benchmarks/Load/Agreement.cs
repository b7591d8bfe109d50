namespace LegalStatusApi.Benchmarks.Load;

/// <summary>Before anything is measured: servers that are compared answer the same.</summary>
internal static class Agreement
{
    private const int Compared = 300;

    /// <exception cref="InvalidOperationException">Two answers differ.</exception>
    public static async Task CheckAsync(Server service, Server cold, Peers peers, IReadOnlyList<string> asked)
    {
        using var client = new HttpClient();
        await CompareAsync(client, service, cold, asked.Take(Compared));
        foreach (var stack in asked.Take(Compared).Select(question => question.Split('?')[0]))
        {
            var (ours, bare) = (await client.GetStringAsync(new Uri(service.Address, stack + "?on=2024-01-01")), await client.GetStringAsync(new Uri(peers.Bare.Address, stack)));
            Require(ours == bare, $"{stack}: bare Kestrel serves other bytes.");
            if (peers.Fastify is { } fastify)
            {
                var columns = await client.GetStringAsync(new Uri(fastify.Address, stack));
                Require(columns.Contains($"\"{stack.Split('/')[3]}\"", StringComparison.Ordinal), $"{stack}: Fastify answers something else.");
            }
        }
    }

    /// <summary>The same of comparisons, three times each: as they are read, as they are put together of texts, and as they are kept.</summary>
    /// <exception cref="InvalidOperationException">Two answers differ.</exception>
    public static async Task CheckPairsAsync(Server service, Server cold, IReadOnlyList<string> pairs)
    {
        using var client = new HttpClient();
        for (var time = 0; time < 3; time++)
        {
            await CompareAsync(client, service, cold, pairs);
        }
    }

    private static async Task CompareAsync(HttpClient client, Server service, Server cold, IEnumerable<string> questions)
    {
        foreach (var question in questions)
        {
            var (ours, slow) = (await client.GetStringAsync(new Uri(service.Address, question)), await client.GetStringAsync(new Uri(cold.Address, question)));
            Require(ours == slow, $"{question}: the answer from memory is another than that from the database.");
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
