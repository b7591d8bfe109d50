using System.Text.RegularExpressions;
using LegalStatusApi.Dataset.Reading;

namespace LegalStatusApi.Dataset.Rules;

/// <summary>The form of slugs and source keys, as the domain slug of sql/migrations/0001_terms.sql has it.</summary>
internal static partial class Slug
{
    private const int Longest = 100;

    public static void Check(Fields at, string field, string slug)
    {
        if (slug.Length > 0 && (slug.Length > Longest || !Shape().IsMatch(slug)))
        {
            at.Say(field,
                $"'{slug}' is not made of lower-case words and digits joined by '-', {Longest} characters at most.");
        }
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
