namespace LegalStatusApi.Dataset;

/// <summary>Something that is not what was published.</summary>
/// <param name="Revision">Where in the chain.</param>
/// <param name="Entry">The row that it is about; null where it is the revision itself.</param>
/// <param name="Said">What does not fit.</param>
public sealed record ChainBreak(long Revision, RevisionEntry? Entry, string Said)
{
    public override string ToString() => $"revision {Revision}: {Said}";
}

/// <summary>Whether one revision is what was published: the same proof of the database, of an export, and of a rebuilt record.</summary>
public static class ChainProof
{
    /// <param name="revision">What it says of itself, with its hashes.</param>
    /// <param name="previousHash">The hash of the revision before; null for the first.</param>
    /// <param name="rows">The rows that it added and closed, as they are.</param>
    /// <param name="entries">The rows that it added and closed, as they were published.</param>
    public static IEnumerable<ChainBreak> BreaksOf(
        PublishedRevision revision, byte[]? previousHash, IReadOnlyCollection<RecordedRow> rows, IEnumerable<RevisionEntry> entries)
    {
        ChainBreak Break(RevisionEntry? entry, string said) => new(revision.Number, entry, said);

        var published = entries.ToDictionary(entry => (entry.Action, entry.Relation, entry.Id));
        foreach (var entry in Chain.Entries(rows, revision.Number))
        {
            if (!published.Remove((entry.Action, entry.Relation, entry.Id), out var known))
            {
                yield return Break(entry, $"{entry.Relation} {entry.Id} was {entry.Action} without being published");
            }
            else if (!known.Hash.AsSpan().SequenceEqual(entry.Hash))
            {
                yield return Break(entry, $"{entry.Relation} {entry.Id} is not what was published");
            }
        }

        foreach (var gone in published.Values)
        {
            yield return Break(gone, $"{gone.Relation} {gone.Id}, published as {gone.Action}, is gone");
        }

        if (!Chain.ContentHash(rows, revision.Number).AsSpan().SequenceEqual(revision.ContentHash))
        {
            yield return Break(null, "its rows do not give its content hash");
        }

        if (!(revision.PreviousHash ?? []).AsSpan().SequenceEqual(previousHash ?? []))
        {
            yield return Break(null, "it does not follow the hash of its predecessor");
        }

        if (!Chain.Hash(revision.Head, revision.ContentHash, revision.PreviousHash).AsSpan().SequenceEqual(revision.Hash))
        {
            yield return Break(null, "its author, reviewer, reason, time or hash is not what was published");
        }
    }
}
