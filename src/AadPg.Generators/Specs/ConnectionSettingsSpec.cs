namespace AadPg.Generators.Specs;

/// <summary>The attribute's values; <see langword="null"/> is "not said".</summary>
internal sealed record ConnectionSettingsSpec
{
    /// <summary>The name under <c>ConnectionStrings</c> in configuration.</summary>
    public string? ConnectionName { get; init; }

    /// <summary>What goes into the connection string, in its order.</summary>
    public EquatableArray<KeywordValueSpec> Keywords { get; init; }

    public string? ManagedIdentityClientId { get; init; }

    public string? TenantId { get; init; }

    public CloudName Cloud { get; init; }

    /// <summary>Which of several hosts the data source takes.</summary>
    public TargetSession? TargetSession { get; init; }

    /// <summary>The replicas get members of their own.</summary>
    public bool HasReplicas { get; init; }

    /// <summary>The factory chooses between its hosts, so that it holds the data source of them all besides.</summary>
    public bool ChoosesHost => HasReplicas || TargetSession is not null;

    /// <summary>The value of a keyword, by Npgsql's canonical spelling.</summary>
    public string? Find(string keyword) => Keywords.FirstOrDefault(entry => entry.Keyword == keyword)?.Value;
}
