using LegalStatusApi.Dataset;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Dataset;

public class DataSetTests
{
    [Fact]
    public void The_data_set_has_no_mistakes() =>
        Assert.Equal("", string.Join('\n', SeedReader.Read(Checkout.Seed).Mistakes));

    [Fact]
    public void The_data_set_is_written_in_canonical_form()
    {
        var rows = SeedReader.Read(Checkout.Seed).Rows;
        Assert.NotEmpty(rows);
        Assert.All(SeedWriter.Write(rows), file =>
            Assert.Equal(file.Value, File.ReadAllText(Path.Combine(Checkout.Seed, file.Key))));
        RoundTrip.Holds(rows);
    }
}
