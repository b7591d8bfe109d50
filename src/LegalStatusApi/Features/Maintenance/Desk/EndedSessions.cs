using Microsoft.Extensions.Caching.Memory;

namespace LegalStatusApi.Features.Maintenance.Desk;

/// <summary>
/// Sessions that were signed out before their time was over. They live as long as the keys that sealed their cookies, so nothing is lost
/// with a restart.
/// </summary>
public sealed class EndedSessions : IDisposable
{
    private readonly MemoryCache _ended = new(new MemoryCacheOptions());

    public void Add(string session) => _ended.Set(session, true, DeskCookie.Lasts);

    public bool Holds(string session) => _ended.TryGetValue(session, out _);

    public void Dispose() => _ended.Dispose();
}
