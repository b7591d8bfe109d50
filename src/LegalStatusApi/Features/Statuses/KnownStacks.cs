using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Statuses;

/// <summary>
/// The stacks of pairs as callers name them. One round trip; only a pair that is not on record costs a second, for every name
/// that is, and only a synonym or a CAS number a third.
/// </summary>
/// <param name="Found">One entry for each pair, in order; empty where there is no such revision.</param>
/// <param name="Names">All known names, where one was not found.</param>
public sealed record KnownStacks(IReadOnlyList<FetchStacks.Found> Found, KnownNames Names)
{
    public Revision Revision => Found[0].Revision;

    public static async Task<KnownStacks> FindAsync(
        StackCache stacks, IReadOnlyList<(string Jurisdiction, string Substance)> pairs, AskedRevision asked, CancellationToken cancellation)
    {
        var found = await stacks.FindAsync(pairs, asked, cancellation);
        if (found.All(each => each.Stack is not null))
        {
            return new KnownStacks(found, KnownNames.None);
        }

        var names = await KnownNames.FindAsync(stacks.Database, cancellation);
        if (found.Any(each => names.SubstanceOf(each.Substance) is { } slug && slug != each.Substance))
        {
            var renamed = pairs.Select(pair => (pair.Jurisdiction, names.SubstanceOf(pair.Substance) ?? pair.Substance)).ToList();
            found = await stacks.FindAsync(renamed, new AskedRevision(found[0].Revision.Number, null), cancellation);
        }

        return new KnownStacks(found, names);
    }

    /// <summary>What is not on record of a pair: every name that is wrong, as the caller's parameters are called.</summary>
    public IEnumerable<ParameterError> Unknown(FetchStacks.Found found, string place, string substance)
    {
        if (!found.PlaceIsKnown)
        {
            yield return new ParameterError(place, Names.NoSuchPlace(found.Jurisdiction).Detail);
        }

        if (!found.SubstanceIsKnown)
        {
            yield return new ParameterError(substance, Names.NoSuchSubstance(found.Substance).Detail);
        }
    }
}
