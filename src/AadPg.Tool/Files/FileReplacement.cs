namespace AadPg.Tool.Files;

/// <summary>
/// Replaces a file's content as one step: a new file beside it takes its place, so that nobody ever sees half of one, and nothing of the old content
/// is left behind.
/// </summary>
internal static class FileReplacement
{
    /// <exception cref="IOException">The file is in use, has changed since it was read, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder may not be written to.</exception>
    public static void Replace(string path, byte[] oldContent, byte[] newContent)
    {
        if (new FileInfo(path).IsReadOnly)
            throw new UnauthorizedAccessException("the file is read-only");

        ThrowIfInUseOrChanged(path, oldContent);
        var replacement = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            Write(replacement, newContent);
            if (OperatingSystem.IsWindows())
            {
                // Keeps the access control list and the attributes.
                File.Replace(replacement, path, destinationBackupFileName: null);
            }
            else
            {
                File.SetUnixFileMode(replacement, File.GetUnixFileMode(path));
                File.Move(replacement, path, overwrite: true);
            }
        }
        finally
        {
            File.Delete(replacement);
        }
    }

    private static void ThrowIfInUseOrChanged(string path, byte[] content)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var current = new byte[file.Length];
        file.ReadExactly(current);
        if (!current.AsSpan().SequenceEqual(content))
            throw new IOException("the file was changed by somebody else in the meantime");
    }

    private static void Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
