namespace LegalStatusApi.Caching;

/// <summary>
/// One piece of work for all that is asked while another is under way: who comes alone waits for nobody, and who comes in a crowd shares a
/// round trip with it. A group is what can be asked together.
/// </summary>
/// <param name="work">What each of some keys of a group comes to, in their order; fewer where there is nothing to be had at all.</param>
/// <param name="most">How many keys at once.</param>
public sealed class Together<TGroup, TKey, TValue>(Func<TGroup, IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyList<TValue>>> work, int most, TimeSpan longest)
    where TGroup : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TGroup, Queue<Asked>> _waiting = [];

    private sealed record Asked(TKey Key, TaskCompletionSource<TValue?> Answer);

    /// <summary>What the work brings for a key; null where there is nothing to be had. What the work fails with, all fail with who share it.</summary>
    public Task<TValue?> RunAsync(TGroup group, TKey key)
    {
        var asked = new Asked(key, new TaskCompletionSource<TValue?>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_lock)
        {
            if (_waiting.TryGetValue(group, out var queue))
            {
                queue.Enqueue(asked);
                return asked.Answer.Task;
            }

            _waiting.Add(group, []);
        }

        _ = EndAsync(group, [asked]);
        return asked.Answer.Task;
    }

    private async Task EndAsync(TGroup group, IReadOnlyList<Asked> asked)
    {
        for (; asked.Count > 0; asked = Next(group))
        {
            using var ending = new CancellationTokenSource(longest);
            try
            {
                var found = await work(group, [.. asked.Select(each => each.Key)], ending.Token);
                for (var i = 0; i < asked.Count; i++)
                {
                    asked[i].Answer.SetResult(i < found.Count ? found[i] : null);
                }
            }
            catch (Exception fault)
            {
                foreach (var each in asked)
                {
                    each.Answer.TrySetException(fault);
                }
            }
        }
    }

    private List<Asked> Next(TGroup group)
    {
        lock (_lock)
        {
            var next = new List<Asked>();
            while (next.Count < most && _waiting[group].TryDequeue(out var asked))
            {
                next.Add(asked);
            }

            if (next.Count == 0)
            {
                _waiting.Remove(group);
            }

            return next;
        }
    }
}
