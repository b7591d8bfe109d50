using System.IO.Compression;

namespace LegalStatusApi.Benchmarks.Load;

/// <summary>The same answers for the peers that serve prepared bytes, and the tags of all questions.</summary>
internal sealed class Bodies(Uri service, string folder)
{
    /// <summary>The file with the headers of the answers, a line for each: name, tab, value.</summary>
    public const string Headers = "headers";

    public string Folder => folder;

    /// <summary>Fetches the headers that an answer has, but for those of the exchange.</summary>
    public async Task FetchHeadersAsync(string question)
    {
        using var client = new HttpClient { BaseAddress = service };
        using var answer = await client.GetAsync(question);
        await File.WriteAllLinesAsync(Path.Combine(folder, Headers), answer.EnsureSuccessStatusCode().Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"))
            .Select(header => $"{header.Key}\t{string.Join(", ", header.Value)}"));
    }

    /// <summary>Fetches the answer of each path for one day, as it is and as Brotli.</summary>
    /// <returns>The median length in bytes.</returns>
    public async Task<int> FetchAsync(IEnumerable<string> paths, string question)
    {
        Directory.CreateDirectory(folder);
        using var client = new HttpClient { BaseAddress = service };
        var lengths = new List<int>();
        foreach (var path in paths)
        {
            var body = await client.GetByteArrayAsync(path + question);
            var file = Path.Combine(folder, path.Replace('/', '!'));
            await File.WriteAllBytesAsync(file, body);
            await using var packed = File.Create(file + ".br");
            await using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            {
                await brotli.WriteAsync(body);
            }

            lengths.Add(body.Length);
        }

        lengths.Sort();
        return lengths[lengths.Count / 2];
    }

    /// <summary>Asks each question once and says its tag with it, as a client does that has the answer already.</summary>
    public async Task<List<string>> TagsAsync(IReadOnlyList<string> questions)
    {
        using var client = new HttpClient { BaseAddress = service };
        var lines = new string[questions.Count];
        await Parallel.ForAsync(0, questions.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (at, cancellation) =>
        {
            using var answer = await client.GetAsync(questions[at], cancellation);
            lines[at] = $"{questions[at]}\tIf-None-Match:{answer.EnsureSuccessStatusCode().Headers.ETag}";
        });
        return [.. lines];
    }
}
