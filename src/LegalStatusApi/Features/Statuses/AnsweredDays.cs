using System.Runtime.CompilerServices;
using System.Text.Json;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Microsoft.Extensions.Caching.Memory;

namespace LegalStatusApi.Features.Statuses;

/// <summary>
/// The JSON of answers about a status, made once for all days between two on which the law may change: for a day that nobody asked yet,
/// the law is not put together again, only the day is put in. Bounded by bytes.
/// </summary>
/// <param name="room">How many bytes; 0 = nothing is kept.</param>
public sealed class AnsweredDays(long room) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly MemoryCache _texts = new(new MemoryCacheOptions { SizeLimit = room });

    // A stack that is asked for once is not kept by anybody; what is asked for again is worth a text.
    private readonly ConditionalWeakTable<Stack, DaysOfStack> _days = [];

    /// <param name="Days">Those of the very stack, not of one like it.</param>
    /// <param name="Since">Which of them is the last that is not after the one asked for.</param>
    private readonly record struct Key(DaysOfStack Days, string? Form, bool IsFuture, int Since);

    /// <summary>The days on which the answers of a stack may change; one of these for each stack, and no two are equal.</summary>
    private sealed class DaysOfStack
    {
        private DateOnly[]? _days;

        public int LastUpTo(DateOnly day, Stack stack)
        {
            _days ??= stack.DaysOfChange();
            var at = Array.BinarySearch(_days, day);
            return at < 0 ? ~at - 1 : at;
        }
    }

    /// <summary>The JSON of the answer, and its text where that is known without its day.</summary>
    public (byte[] Json, IAnswerText? Text) JsonOf(Stack stack, Form? form, StatusQuestion question)
    {
        if (room == 0 || question.MaxAge is not null)
        {
            return (Write(stack, form, question, question.On), null);
        }

        if (!_days.TryGetValue(stack, out var days))
        {
            _days.TryAdd(stack, new DaysOfStack());
            return (Write(stack, form, question, question.On), null);
        }

        var key = new Key(days, form?.Slug, question.IsFuture, days.LastUpTo(question.On, stack));
        if (_texts.TryGetValue(key, out DayText? known))
        {
            return (known!.On(question.On), known.TextOn(question.On));
        }

        var json = Write(stack, form, question, question.On);
        if (DayText.Of(day => Write(stack, form, question, day), question.On, json) is not { } made)
        {
            return (json, null);
        }

        _texts.Set(key, made, new MemoryCacheEntryOptions { Size = made.Bytes, SlidingExpiration = Longest });
        return (json, made.TextOn(question.On));
    }

    public void Dispose() => _texts.Dispose();

    /// <summary>What an answer is as JSON.</summary>
    /// <param name="printed">The day that it names: what it says is that of the day asked for.</param>
    private static byte[] Write(Stack stack, Form? form, StatusQuestion question, DateOnly printed)
    {
        var answer = StatusAnswer.Of(stack, form, question.On, question.IsFuture) with { On = printed };
        var permalink = (question with { On = printed }).PermalinkAs(question.IsFuture, LookUpStatus.PathOf(stack), stack.Revision.Number);
        return JsonSerializer.SerializeToUtf8Bytes(
            StatusResponse.Of(answer, permalink) with { Freshness = question.FreshnessOf(answer) }, ApiJson.Options);
    }
}
