namespace LegalStatusApi.Tests.Support;

/// <summary>Which sentence of the page /privacy a test holds the service to; a sentence without a test fails `PrivacyTests`.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class PrivacyAttribute(string sentence) : Attribute
{
    public string Sentence => sentence;
}
