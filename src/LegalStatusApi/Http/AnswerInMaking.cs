namespace LegalStatusApi.Http;

/// <summary>What an answer tells whoever would keep it, to give it again without making it anew.</summary>
public sealed class AnswerInMaking
{
    /// <summary>How long it keeps; null where what is made is no answer, but a problem, say.</summary>
    public Freshness? Freshness { get; private set; }

    /// <summary>The days for which it is the same; null where it tells of its own day alone.</summary>
    public SameDays? Days { get; private set; }

    /// <summary>Says of the answer to a request what it is, if anybody wants to know.</summary>
    public static void Tell(HttpContext http, Freshness freshness, SameDays? days)
    {
        if (http.Features.Get<AnswerInMaking>() is { } making)
        {
            (making.Freshness, making.Days) = (freshness, days);
        }
    }
}

/// <summary>Days on which an answer says the same, but for the day that it names.</summary>
/// <param name="On">The day asked for, which is one of them.</param>
/// <param name="Find">The first and the last of them; looked for only where they are wanted.</param>
/// <param name="Write">The text of the answer, with another day printed in place of the one asked for.</param>
/// <param name="Seams">With what those parts of the text begin that stand in other answers too.</param>
public sealed record SameDays(DateOnly On, Func<(DateOnly First, DateOnly Last)> Find, Func<DateOnly, byte[]> Write, IReadOnlyList<byte[]> Seams);
