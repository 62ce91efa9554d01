namespace AadPg;

/// <summary>The known clouds by name, for attributes; see <see cref="AzurePostgresCloud"/>.</summary>
public enum AzurePostgresCloudName
{
    /// <summary>The cloud whose suffix the host has.</summary>
    FromHost = 0,

    /// <summary><see cref="AzurePostgresCloud.Public"/>.</summary>
    Public = 1,

    /// <summary><see cref="AzurePostgresCloud.China"/>.</summary>
    China = 2,

    /// <summary><see cref="AzurePostgresCloud.UsGovernment"/>.</summary>
    UsGovernment = 3,
}
