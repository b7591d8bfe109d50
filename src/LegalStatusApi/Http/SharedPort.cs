using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace LegalStatusApi.Http;

/// <summary>Two instances on one address for the time of a restart: the kernel gives each new connection to one of them.</summary>
public static class SharedPort
{
    private const int SocketLevel = 1;
    private const int ReusePort = 15;

    public static void SharePort(this IWebHostBuilder host) => host.UseSockets(sockets => sockets.CreateBoundListenSocket = Bind);

    private static Socket Bind(EndPoint endpoint)
    {
        if (!OperatingSystem.IsLinux() || endpoint is not IPEndPoint)
        {
            return SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        }

        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.SetRawSocketOption(SocketLevel, ReusePort, BitConverter.GetBytes(1));
        socket.Bind(endpoint);
        return socket;
    }
}
