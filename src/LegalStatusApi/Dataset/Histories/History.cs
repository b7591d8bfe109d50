using System.Text;
using System.Text.Json;

namespace LegalStatusApi.Dataset.Histories;

/// <summary>Reads the record with its history from the public export, and proves its hash chain line by line.</summary>
public static class History
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Proves a whole history without a database.</summary>
    /// <returns>Its head: the last revision and its hash.</returns>
    /// <exception cref="HistoryException">A line does not fit; the message names the first.</exception>
    public static Task<HistoryHeader> VerifyAsync(Stream file, CancellationToken cancellation) =>
        ReadAsync(file, _ => Task.CompletedTask, cancellation);

    /// <param name="file">NDJSON, as /v1/export.ndjson writes it.</param>
    /// <param name="take">Is given each revision, oldest first, once it is proved.</param>
    /// <param name="cancellation">Ends the reading.</param>
    internal static async Task<HistoryHeader> ReadAsync(Stream file, Func<HistoryRevision, Task> take, CancellationToken cancellation)
    {
        using var lines = new Lines(new StreamReader(file, Utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true));
        var header = HistoryLine.Header(await lines.NextAsync(cancellation) ?? throw new HistoryException(1, "The file is empty."), 1);
        var proof = new HistoryProof();
        var text = await lines.NextAsync(cancellation);
        while (text is not null)
        {
            if (HistoryLine.TypeOf(text, lines.Number) != HistoryLine.Revision)
            {
                throw new HistoryException(lines.Number, "A row stands before the first revision.");
            }

            var line = lines.Number;
            var published = HistoryLine.ReadRevision(text, line);
            var rows = new List<HistoryRow>();
            while ((text = await lines.NextAsync(cancellation)) is not null && HistoryLine.TypeOf(text, lines.Number) != HistoryLine.Revision)
            {
                rows.Add(HistoryLine.ReadRow(text, lines.Number, published.Number, proof.OpenedIn(lines.Number)));
            }

            var revision = new HistoryRevision(line, published, rows);
            proof.Add(revision);
            await take(revision);
        }

        proof.End(header, lines.Number);
        return header;
    }

    private sealed class Lines(StreamReader reader) : IDisposable
    {
        public long Number { get; private set; }

        public async Task<string?> NextAsync(CancellationToken cancellation)
        {
            try
            {
                var line = await reader.ReadLineAsync(cancellation);
                Number += line is null ? 0 : 1;
                return line;
            }
            catch (DecoderFallbackException)
            {
                throw new HistoryException(Number + 1, "From here on the file is not UTF-8.");
            }
        }

        public void Dispose() => reader.Dispose();
    }
}

/// <summary>What is known of a history while it is read: the end of its chain, and which rows are open.</summary>
internal sealed class HistoryProof
{
    private readonly Dictionary<(string Relation, string Id), long> _open = [];
    private PublishedRevision? _last;
    private long _redactions;

    public Func<string, string, long> OpenedIn(long line) => (relation, id) => _open.TryGetValue((relation, id), out var revision)
        ? revision
        : throw new HistoryException(line, $"{relation} {id} is closed, but was not on record.");

    public void Add(HistoryRevision revision)
    {
        var published = revision.Published;
        var next = (_last?.Number ?? 0) + 1;
        if (published.Number != next || published.RecordedAt <= _last?.RecordedAt)
        {
            throw new HistoryException(revision.Line, $"Revision {published.Number} stands where revision {next} should follow, later in time.");
        }

        foreach (var row in revision.Rows.OrderByDescending(row => row.Entry.Action, StringComparer.Ordinal))
        {
            var key = (row.Entry.Relation, row.Entry.Id);
            if (row.Entry.Action == Chain.Closed ? !_open.Remove(key) : !_open.TryAdd(key, published.Number))
            {
                throw new HistoryException(row.Line, $"revision {published.Number}: {key.Relation} {key.Id} is {row.Entry.Action} twice.");
            }
        }

        Prove(revision);
        _redactions += revision.Redactions;
        _last = published;
    }

    public void End(HistoryHeader header, long line)
    {
        if (header.Revision != (_last?.Number ?? 0) || header.Hash != Convert.ToHexStringLower(_last?.Hash ?? []))
        {
            throw new HistoryException(line, $"The file ends with revision {_last?.Number ?? 0}, which is not the one that its first line names: revision {header.Revision}, {header.Hash}.");
        }

        if (_redactions != (header.Redactions ?? 0))
        {
            throw new HistoryException(line, $"The file has {_redactions} redacted texts, and its first line says {header.Redactions ?? 0}.");
        }
    }

    private void Prove(HistoryRevision revision)
    {
        try
        {
            var breaks = ChainProof.BreaksOf(revision.Published, _last?.Hash, [.. revision.Rows.Select(row => row.Row)], revision.Entries).ToList();
            if (breaks.Count > 0)
            {
                throw revision.Refuse(breaks);
            }
        }
        catch (Exception mistake) when (IsUnreadable(mistake))
        {
            throw new HistoryException(revision.Rows.FirstOrDefault(row => !CanBeHashed(row.Row))?.Line ?? revision.Line,
                $"It cannot be hashed: {mistake.Message.Split('\n')[0]}");
        }
    }

    private static bool CanBeHashed(RecordedRow row)
    {
        try
        {
            _ = Chain.Entries([row], row.SupersededIn ?? row.RecordedIn);
            return true;
        }
        catch (Exception mistake) when (IsUnreadable(mistake))
        {
            return false;
        }
    }

    // Half characters, members that come twice, numbers that no record holds.
    private static bool IsUnreadable(Exception mistake) =>
        mistake is JsonException or ArgumentException or InvalidOperationException or NotSupportedException or FormatException;
}
