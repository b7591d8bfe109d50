using LegalStatusApi.Domain;
using LegalStatusApi.Features.Records;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Statuses;

/// <summary>The stack of one place and one substance, or the answer that is given instead: a redirect or a problem.</summary>
public sealed record OneStack(Stack? Stack, IResult? Instead)
{
    /// <param name="path">Where the question is asked: /v1/status or /v1/history.</param>
    /// <param name="on">The day of interest; null = every day.</param>
    public static async Task<OneStack> FindAsync(
        HttpRequest request,
        string path,
        string jurisdiction,
        string substance,
        AskedRevision asked,
        DateOnly? on,
        StackCache stacks,
        CancellationToken cancellation)
    {
        if (!JurisdictionCode.TryCanonicalize(jurisdiction, out var code))
        {
            return new(null, (await KnownNames.FindAsync(stacks.Database, cancellation)).NoSuchPlace(jurisdiction).Result());
        }

        var slug = substance.ToLowerInvariant();
        if (code != jurisdiction || slug != substance)
        {
            return new(null, Answer.CanonicalAt(request, PathOf(path, code, slug)));
        }

        var found = on is { } day
            ? await stacks.FindOnAsync(code, slug, day, asked, cancellation)
            : await stacks.FindAsync([(code, slug)], asked, cancellation) is [var one] ? one : null;
        return found switch
        {
            null => new(null, asked.NoSuchRevision().Result()),
            { Stack: { } stack } => new(stack, null),
            { SubstanceIsKnown: false } => new(null, await ElsewhereAsync(request, path, code, slug, stacks, cancellation)),
            _ => new(null, (await KnownNames.FindAsync(stacks.Database, cancellation)).NoSuchPlace(code).Result()),
        };
    }

    /// <summary>The refusal of a question with mistakes: whether its form is one too, only the substance can tell.</summary>
    public static async Task<IResult> RefuseAsync(
        Check check, string jurisdiction, string substance, string? form, StackCache stacks, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(form) && JurisdictionCode.TryCanonicalize(jurisdiction, out var code))
        {
            var found = await stacks.FindAsync([(code, substance.ToLowerInvariant())], new AskedRevision(null, null), cancellation);
            if (found is [{ Stack: { } stack }] && FormOf(stack.Substance, form).Problem is { Errors: [var error] })
            {
                check.Refuse(error.Parameter, error.Detail);
            }
        }

        return check.Problem().Result();
    }

    public static string PathOf(string path, string jurisdiction, string substance) =>
        $"{path}/{jurisdiction}/{Uri.EscapeDataString(substance)}";

    /// <summary>The form of a substance that was asked for, or a problem that names the forms there are.</summary>
    public static (Form? Form, Problem? Problem) FormOf(Substance substance, string? typed)
    {
        var form = typed is null ? null : substance.Forms.FirstOrDefault(each => each.Slug == typed);
        if (typed is null || form is not null)
        {
            return (form, null);
        }

        var known = substance.Forms.Select(each => each.Slug).ToList();
        var detail = known.Count == 0
            ? $"'{Check.Shown(typed)}': no form of {substance.Slug} is on record; leave it out."
            : $"'{Check.Shown(typed)}' is no form of {substance.Slug}.{Nearest.DidYouMean(typed, known)} Known: {string.Join(", ", known)}.";
        return (null, Problems.InvalidParameters.With($"form: {detail}", [new ParameterError("form", detail)]));
    }

    // A synonym or a CAS number leads to the substance; anything else is a problem that offers the nearest.
    private static async Task<IResult> ElsewhereAsync(
        HttpRequest request, string path, string code, string typed, StackCache stacks, CancellationToken cancellation)
    {
        var names = await KnownNames.FindAsync(stacks.Database, cancellation);
        return names.SubstanceOf(typed) is { } slug && slug != typed
            ? Answer.CanonicalAt(request, PathOf(path, code, slug))
            : names.NoSuchSubstance(typed).Result();
    }
}
