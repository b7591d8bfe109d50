using Xunit.v3;

namespace LegalStatusApi.Tests.Support;

/// <summary>Which faults of `docs/faults.md` a test covers: `make faults` gathers them by this trait.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FaultAttribute(params int[] numbers) : Attribute, ITraitAttribute
{
    public const string Trait = "Fault";

    public IReadOnlyList<int> Numbers => numbers;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. numbers.Select(number => KeyValuePair.Create(Trait, $"{number}"))];
}
