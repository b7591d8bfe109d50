namespace LegalStatusApi.Caching;

/// <summary>
/// Which questions were asked before, about: most are asked once and never again, and to keep their answers would push out those that are not.
/// A slot for each hash, the latest question in it; one that shares its slot with another may be forgotten, and is asked once more.
/// </summary>
internal sealed class AskedBefore
{
    // 4 MiB: of 20,000 questions asked in turn, about 400 share a slot.
    private const int Slots = 1 << 20;
    private readonly int[] _latest = new int[Slots];

    /// <summary>Whether it was asked before; from now on it was.</summary>
    public bool Note(int question)
    {
        var slot = question & (Slots - 1);
        var before = Volatile.Read(ref _latest[slot]);
        Volatile.Write(ref _latest[slot], question);
        return before == question;
    }
}
