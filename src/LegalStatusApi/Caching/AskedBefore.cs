namespace LegalStatusApi.Caching;

/// <summary>
/// Which questions were asked before, about: most are asked once and never again, and to keep their answers would push out those that are not.
/// Two slots for each hash, the latest two questions in them; one that shares them with two others may be forgotten, and is asked once more.
/// </summary>
public sealed class AskedBefore
{
    // 4 MiB: of 20,000 questions asked in turn, five or so share their slots with two others.
    private const int Slots = 1 << 20;
    private readonly int[] _latest = new int[Slots];

    /// <summary>Whether it was asked before; from now on it was.</summary>
    public bool Note(int question)
    {
        var slot = (question & ((Slots / 2) - 1)) * 2;
        var before = Volatile.Read(ref _latest[slot]);
        if (before == question || Volatile.Read(ref _latest[slot + 1]) == question)
        {
            return true;
        }

        Volatile.Write(ref _latest[slot + 1], before);
        Volatile.Write(ref _latest[slot], question);
        return false;
    }
}
