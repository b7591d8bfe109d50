using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.Review;

/// <summary>
/// How many reports each client may send on a day. A client is counted under a hash of its address with a secret that nobody
/// knows and that is forgotten at midnight UTC, so that nothing kept here leads back to an address, even in a memory dump of the day after.
/// </summary>
public sealed class ReportLimits(TimeProvider clock, int mostClients = ReportLimits.MostClients)
{
    public const int MostOfOneClient = 10;
    public const int MostOfAll = 1000;
    public const int MostClients = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, int> _sent = [];
    private byte[] _secret = [];
    private DateOnly _day;

    /// <summary>Counts one report; false if that would be one too many. Where the memory is full, no new client is let in.</summary>
    public bool TryTake(IPAddress? address)
    {
        lock (_lock)
        {
            var today = clock.Today();
            if (today != _day || _secret.Length == 0)
            {
                (_day, _secret) = (today, RandomNumberGenerator.GetBytes(32));
                _sent.Clear();
            }

            Span<byte> network = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64BigEndian(network, Client.NetworkOf(address));
            var client = BinaryPrimitives.ReadUInt128BigEndian(HMACSHA256.HashData(_secret, network));
            var sent = _sent.GetValueOrDefault(client);
            if (sent >= MostOfOneClient || (sent == 0 && _sent.Count >= mostClients))
            {
                return false;
            }

            _sent[client] = sent + 1;
            return true;
        }
    }

    /// <summary>Until the next day begins, UTC.</summary>
    public TimeSpan UntilTomorrow()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.Date.AddDays(1) - now;
    }
}
