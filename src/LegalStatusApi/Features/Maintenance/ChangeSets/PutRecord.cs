using System.Text.Json.Nodes;
using LegalStatusApi.Dataset;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>Puts one proposed record into a draft, or takes one out; the body is the record as sql/seed/README.md has it.</summary>
public static class PutRecord
{
    /// <summary>Of the reason to take a record out: it stands in the address, which has to stay short.</summary>
    public const int LongestReason = 500;

    /// <summary>Where records of a kind stand in the data set's text.</summary>
    /// <param name="File">The file, by the place or source list that the address names.</param>
    /// <param name="List">The list in it; null where the file is the record.</param>
    /// <param name="KeyName">The member that identifies an item.</param>
    public sealed record Shelf(Func<string, string> File, string? List, string KeyName);

    public static readonly IReadOnlyDictionary<string, Shelf> Shelves = new Dictionary<string, Shelf>(StringComparer.Ordinal)
    {
        ["classifications"] = new(place => $"jurisdictions/{place}.yaml", "classifications", "key"),
        ["leads"] = new(place => $"jurisdictions/{place}.yaml", "leads", "key"),
        ["pending"] = new(place => $"jurisdictions/{place}.yaml", "pending", "key"),
        ["sources"] = new(place => $"sources/{place}.yaml", "sources", "key"),
        ["substances"] = new(_ => "substances.yaml", "substances", "slug"),
        ["jurisdictions"] = new(place => $"jurisdictions/{place}.yaml", null, "code"),
    };

    public static Task<Written> PutAsync(Write write, string id, string shelf, string? place, string key)
    {
        var (record, note) = NoteOf(write.Json(), FullKey(shelf, place, key));
        var own = Shelves[shelf].KeyName;
        if (record[own] is { } said && said.ToString() != key)
        {
            throw Write.Impossible(own, $"The address says '{Check.Shown(key)}', the body '{Check.Shown(said.ToString())}'.");
        }

        return EditDraft.RunAsync(write, id, $"put {shelf}", FullKey(shelf, place, key), text =>
        {
            var on = Shelves[shelf];
            var file = on.File(FileStem(shelf, place, key));
            if (on.List is null)
            {
                text.PutPlace(key, record);
                return $"{file} ";
            }

            var newFile = shelf == "sources" && place is not null ? new JsonObject { ["jurisdiction"] = place } : null;
            if (shelf is "classifications" or "leads" or "pending" && !text.Files.ContainsKey(file))
            {
                throw new RefusedException(Problems.UnknownJurisdiction.With($"No jurisdiction '{Check.Shown(place!)}': put it into the set first."));
            }

            return $"{file} {on.List}[{text.Put(file, on.List, on.KeyName, key, record, newFile)}]";
        }, note);
    }

    /// <summary>A record as the set would have it, in the form in which it is put: read, change and put it back.</summary>
    public static async Task<Written> ShowAsync(Write write, string id, string shelf, string? place, string key)
    {
        var set = await ChangeSet.HoldAsync(write, id);
        var on = Shelves[shelf];
        var record = (await EditDraft.TextAsync(write, set)).Find(on.File(FileStem(shelf, place, key)), on.List, on.KeyName, key)
            ?? throw new RefusedException(Problems.UnknownRecord.With($"There is no '{Check.Shown(FullKey(shelf, place, key))}' in the set or in the revision that it is based on."));
        return new Written(StatusCodes.Status200OK, record, Version: set.Version);
    }

    public static Task<Written> RemoveAsync(Write write, string id, string shelf, string? place, string key, string? reason)
    {
        // What a body would say is not to be lost without a word.
        if (write.BodyText.Length > 0)
        {
            throw new RefusedException(Problems.BadRequest.With("Send no body: say why in the parameter reason."));
        }

        if (reason is not null && Write.MistakeIn(reason, LongestReason) is { } mistake)
        {
            throw Write.Impossible("reason", mistake);
        }

        var full = FullKey(shelf, place, key);
        var note = new ProposedNote(full, "withdrawn", reason ?? "Withdrawn.");
        return EditDraft.RunAsync(write, id, $"remove {shelf}", full, text =>
        {
            var on = Shelves[shelf];
            var file = on.File(FileStem(shelf, place, key));
            var removed = on.List is null ? text.RemoveFile(file) : text.Remove(file, on.List, on.KeyName, key);
            return removed ? "" : throw new RefusedException(Problems.UnknownRecord.With($"There is no '{Check.Shown(full)}' to take out."));
        }, note);
    }

    /// <summary>The kind of the change and its reason come with the record, in a member of their own.</summary>
    public static (JsonObject Record, ProposedNote? Note) NoteOf(JsonObject body, string record)
    {
        if (body["change"] is not { } given)
        {
            return (body, null);
        }

        var change = given as JsonObject ?? throw new RefusedException(Problems.Impossible.With(
            "change: Give an object of kind and reason.", [new ParameterError("change", "Give an object of kind and reason.")]));
        Write.OnlyKnown(change, "kind", "reason");
        var note = new ProposedNote(record, KindOf("change.kind", Write.Text(change, "kind", 20, "change.")), Write.Text(change, "reason", 2000, "change."));
        body.Remove("change");
        return (body, note);
    }

    /// <summary>A kind of change, or the refusal of a word that is none.</summary>
    public static string KindOf(string parameter, string kind)
    {
        if (ChangeKinds.All.Has(kind))
        {
            return kind;
        }

        var known = ChangeKinds.All.Terms.Select(term => term.Value).ToList();
        var detail = $"'{Check.Shown(kind)}' is no kind of change.{Nearest.DidYouMean(kind, known)} Known: {string.Join(", ", known)}.";
        throw new RefusedException(Problems.Impossible.With($"{parameter}: {detail}", [new ParameterError(parameter, detail)]));
    }

    private static string FullKey(string shelf, string? place, string key) =>
        shelf is "classifications" or "leads" or "pending" ? $"{place}/{key}" : key;

    private static string FileStem(string shelf, string? place, string key) => shelf switch
    {
        "jurisdictions" => key,
        "sources" => place ?? "general",
        _ => place ?? "",
    };
}
