using System.Net.Sockets;
using System.Text;

namespace LegalStatusApi.FaultTests.Support;

/// <summary>Bytes as they are, on a connection that no client has a hand in.</summary>
public static class Wire
{
    /// <param name="Statuses">Of every answer on the connection, in order.</param>
    /// <param name="IsClosed">Whether the service closed it.</param>
    public sealed record Heard(IReadOnlyList<int> Statuses, bool IsClosed, string Text);

    /// <summary>Sends, and listens until the service closes the connection or has been silent for a while.</summary>
    public static async Task<Heard> SendAsync(Uri address, byte[] bytes, TimeSpan? silence = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellation);
        var stream = client.GetStream();
        var (text, buffer, isClosed) = (new StringBuilder(), new byte[16 * 1024], false);
        try
        {
            await stream.WriteAsync(bytes, cancellation);
            while (true)
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                patience.CancelAfter(silence ?? TimeSpan.FromSeconds(text.Length == 0 ? 20 : 1));
                var length = await stream.ReadAsync(buffer, patience.Token);
                if (length == 0)
                {
                    isClosed = true;
                    break;
                }

                text.Append(Encoding.Latin1.GetString(buffer, 0, length));
            }
        }
        catch (IOException)
        {
            isClosed = true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Silent, and still open.
        }

        var said = text.ToString();
        return new Heard([.. said.Split("HTTP/1.1 ").Skip(1).Select(answer => int.Parse(answer[..3]))], isClosed, said);
    }

    /// <summary>As Latin-1, in which every byte is a letter.</summary>
    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
