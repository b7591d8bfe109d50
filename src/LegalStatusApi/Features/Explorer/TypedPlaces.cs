using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Explorer;

/// <summary>
/// Places as people type them into a form: by code, or by a name or alias of the record. What several places are called is refused in the
/// same words wherever it is typed.
/// </summary>
public static class TypedPlaces
{
    private const string Field = "jurisdiction";

    /// <summary>The code of what was typed; as it was typed where no place is called so, or several are. Null for nothing.</summary>
    public static async Task<string?> CodeOfAsync(Check check, string? typed, NpgsqlDataSource database, CancellationToken cancellation) =>
        PageQuestion.NullIfEmpty(typed?.Trim()) is { } text ? (await CodesOfAsync(check, [text], database, cancellation))[0] : null;

    /// <summary>The codes of a list whose parts are separated by commas or semicolons; codes also by blanks.</summary>
    public static Task<IReadOnlyList<string>> CodesOfAsync(Check check, string? typed, NpgsqlDataSource database, CancellationToken cancellation) => CodesOfAsync(
        check, [.. (typed ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(PartsOf)], database, cancellation);

    // Several codes side by side are several places; several words are one name.
    private static IEnumerable<string> PartsOf(string part) =>
        part.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words && words.All(word => JurisdictionCode.TryCanonicalize(word, out _)) ? words : [part];

    private static async Task<IReadOnlyList<string>> CodesOfAsync(
        Check check, IReadOnlyList<string> typed, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (typed.All(each => JurisdictionCode.TryCanonicalize(each, out _)))
        {
            return typed;
        }

        var names = await KnownNames.FindAsync(database, cancellation);
        var several = typed.Where(each => !JurisdictionCode.TryCanonicalize(each, out _)).Select(names.SeveralCalled).OfType<string>().ToList();
        if (several.Count > 0)
        {
            check.Refuse(Field, string.Join(' ', several));
        }

        return [.. typed.Select(each => JurisdictionCode.TryCanonicalize(each, out _) ? each : names.PlaceOf(each) ?? each)];
    }
}
