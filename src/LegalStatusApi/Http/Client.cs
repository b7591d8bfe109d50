using System.Net;
using System.Net.Sockets;

namespace LegalStatusApi.Http;

/// <summary>Who counts as one client where requests are counted.</summary>
public static class Client
{
    /// <summary>The bytes of an address, of IPv6 those of its network: whoever has one address of it commonly has the other 2^64 - 1.</summary>
    public static byte[] NetworkOf(IPAddress? address) => address switch
    {
        null => [],
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().GetAddressBytes(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => address.GetAddressBytes()[..8],
        _ => address.GetAddressBytes(),
    };
}
