using System.Buffers;

namespace LegalStatusApi.Http;

/// <summary>What an answer tells whoever would keep it, to give it again without making it anew.</summary>
public sealed class AnswerInMaking
{
    /// <summary>How long it keeps; null where what is made is no answer, but a problem, say.</summary>
    public Freshness? Freshness { get; private set; }

    /// <summary>Its text where that takes less room than the bytes; null where it has none but those.</summary>
    public IAnswerText? Text { get; private set; }

    /// <summary>Says of the answer to a request what it is, if anybody wants to know.</summary>
    public static void Tell(HttpContext http, Freshness freshness, IAnswerText? text)
    {
        if (http.Features.Get<AnswerInMaking>() is { } making)
        {
            (making.Freshness, making.Text) = (freshness, text);
        }
    }
}

/// <summary>The text of an answer, which can be written as often as is wanted.</summary>
public interface IAnswerText
{
    /// <summary>How many bytes are written.</summary>
    int Length { get; }

    void WriteTo(IBufferWriter<byte> writer);
}

/// <summary>The bytes themselves.</summary>
public sealed class AnswerBytes(byte[] bytes) : IAnswerText
{
    public int Length => bytes.Length;

    public void WriteTo(IBufferWriter<byte> writer) => writer.Write(bytes);
}
