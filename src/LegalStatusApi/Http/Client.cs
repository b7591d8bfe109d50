using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace LegalStatusApi.Http;

/// <summary>Who counts as one client where requests are counted.</summary>
public static class Client
{
    /// <summary>
    /// An address as a number, of IPv6 that of its network: whoever has one address of it commonly has the other 2^64 - 1. Numbers of IPv4
    /// and IPv6 are to be kept apart.
    /// </summary>
    public static ulong NetworkOf(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return address switch
        {
            null => 0,
            { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } when address.TryWriteBytes(bytes, out _) =>
                BinaryPrimitives.ReadUInt64BigEndian(bytes),
            _ when address.MapToIPv4().TryWriteBytes(bytes, out _) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            _ => 0,
        };
    }
}
