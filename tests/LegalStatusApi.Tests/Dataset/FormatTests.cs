using LegalStatusApi.Dataset;

namespace LegalStatusApi.Tests.Dataset;

public class FormatTests
{
    [Fact]
    public void A_folder_is_rewritten_in_canonical_form()
    {
        using var folder = new SampleFolder();
        var file = Path.Combine(folder.Path, Sample.Place);
        File.WriteAllText(file, "# a remark\n" + Sample.Whole.Files[Sample.Place]
            .Replace("from: 1974-05", "from: \"1974-05\"", StringComparison.Ordinal));
        Format.Rewrite(folder.Path);
        Assert.Equal(Sample.Whole.Files[Sample.Place], File.ReadAllText(file));
    }

    [Fact]
    public void A_folder_with_mistakes_is_left_as_it_is()
    {
        using var folder = new SampleFolder();
        var file = Path.Combine(folder.Path, Sample.Place);
        var text = Sample.Whole.Files[Sample.Place].Replace("status: unclear", "status: unclean",
            StringComparison.Ordinal);
        File.WriteAllText(file, text);
        var refusal = Assert.Throws<InvalidDataException>(() => Format.Rewrite(folder.Path));
        Assert.Contains("classifications[0].status", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(file));
    }
}
