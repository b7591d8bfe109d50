using System.Text.Json.Nodes;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>One change set and what it holds.</summary>
public static class ShowChangeSet
{
    /// <summary>A change set and what it holds.</summary>
    /// <param name="Id">Stable id.</param>
    /// <param name="State">draft, in_review, approved, published, rejected or withdrawn.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Reason">Why; becomes the reason of the revision.</param>
    /// <param name="Author">Who opened it.</param>
    /// <param name="Reviewer">Who approved or rejected it.</param>
    /// <param name="BaseRevision">The revision that it changes.</param>
    /// <param name="Version">Its version, which is its ETag too.</param>
    /// <param name="ApprovedHash">Hash of the diff that was approved.</param>
    /// <param name="Rejection">Why it was rejected.</param>
    /// <param name="Revision">The revision as which it was published.</param>
    /// <param name="CreatedAt">When it was opened.</param>
    /// <param name="SubmittedAt">When it was submitted last.</param>
    /// <param name="ReviewedAt">When it was approved or rejected.</param>
    /// <param name="Rows">What it holds; a row without content is to be closed.</param>
    /// <param name="Changes">Which kind of change each record's is, and why.</param>
    public sealed record Response(
        string Id, string State, string Title, string Reason, string Author, string? Reviewer, long BaseRevision, int Version, string? ApprovedHash,
        string? Rejection, long? Revision, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? ReviewedAt,
        IReadOnlyList<RowResponse> Rows, IReadOnlyList<ProposedNote> Changes)
    {
        public static Response Of(ChangeSet set, IEnumerable<ProposedRow> rows, IReadOnlyList<ProposedNote> notes) => new(
            set.Id, set.State, set.Title, set.Reason, set.AuthorName, set.ReviewerName, set.BaseRevision, set.Version,
            set.ApprovedHash is null ? null : Convert.ToHexStringLower(set.ApprovedHash), set.Rejection, set.Revision,
            Utc(set.CreatedAt), set.SubmittedAt is { } submitted ? Utc(submitted) : null, set.ReviewedAt is { } reviewed ? Utc(reviewed) : null,
            [.. rows.Select(row => new RowResponse(row.Relation, row.Id, row.Content is null ? null : JsonNode.Parse(row.Content)))], notes);

        private static DateTimeOffset Utc(DateTime moment) => new(DateTime.SpecifyKind(moment, DateTimeKind.Utc));
    }

    /// <summary>A row that it puts or closes.</summary>
    /// <param name="Relation">What it is.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="Content">What it is to say.</param>
    public sealed record RowResponse(string Relation, string Id, JsonNode? Content);

    public static async Task<Written> ShowAsync(Write write, string id)
    {
        var set = await ChangeSet.HoldAsync(write, id);
        var rows = await write.QueryAsync<ProposedRow>(typeof(ChangeSet), "FindProposedRows", new { set.Id });
        var notes = await write.QueryAsync<ProposedNote>(typeof(ChangeSet), "FindProposedNotes", new { set.Id });
        return new Written(StatusCodes.Status200OK, Response.Of(set, rows, notes), Version: set.Version);
    }
}
