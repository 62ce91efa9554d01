using System.Collections.Immutable;

namespace AadPg.Analyzers;

/// <summary>What a diagnostic tells its fix besides the place: never a secret, since anybody can read a diagnostic's properties.</summary>
internal static class FixArgument
{
    public const string Property = "Fix";

    public static ImmutableDictionary<string, string?> Of(string? argument) =>
        argument is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Property, argument);
}
