namespace AadPg.Testing.Tests;

public sealed class GroupTests(SharedPostgres shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AadPostgres Postgres => shared.Postgres;

    [Fact]
    public async Task Member_LogsInWithTheGroupsNameAndItsOwnToken()
    {
        var alice = await shared.NewUserAsync();
        var group = await Postgres.CreateGroupAsync(NewName(), alice);
        var token = await alice.TokenByCredentialAsync();

        await using var asGroup = await Postgres.LogInAsync(group, token.Token);
        await using var asAlice = await Postgres.LogInAsync(alice, token.Token);

        Assert.Equal(group.Name, await asGroup.CurrentUserAsync());
        Assert.Equal(alice.Name, await asAlice.CurrentUserAsync());
    }

    [Fact]
    public async Task GroupMadeAfterItsMembersToken_TakesThatToken()
    {
        var alice = await shared.NewUserAsync();
        var bob = await shared.NewUserAsync("bob");
        var token = await alice.GetTokenAsync(Cancel);

        var first = await Postgres.CreateGroupAsync(NewName(), alice, bob);
        var second = await Postgres.CreateGroupAsync(NewName(), alice, bob);

        await (await Postgres.LogInAsync(first, token.Token)).DisposeAsync();
        await (await Postgres.LogInAsync(second, token.Token)).DisposeAsync();
    }

    [Fact]
    public async Task GroupTakesTheTokenOfTheMemberThatAskedLast()
    {
        var alice = await shared.NewUserAsync();
        var bob = await shared.NewUserAsync("bob");
        var group = await Postgres.CreateGroupAsync(NewName(), alice, bob);
        var ofAlice = await alice.GetTokenAsync(Cancel);
        var ofBob = await bob.GetTokenAsync(Cancel);

        await (await Postgres.LogInAsync(group, ofBob.Token)).DisposeAsync();
        Assert.Equal("28P01", (await Postgres.RefusalAsync(group, ofAlice.Token)).SqlState);

        Assert.Equal(ofAlice.Token, (await alice.GetTokenAsync(Cancel)).Token);
        await (await Postgres.LogInAsync(group, ofAlice.Token)).DisposeAsync();
    }

    [Fact]
    public async Task Stranger_IsRefused()
    {
        var alice = await shared.NewUserAsync();
        var mallory = await shared.NewUserAsync("mallory");
        var group = await Postgres.CreateGroupAsync(NewName(), alice);
        await alice.GetTokenAsync(Cancel);

        var refusal = await Postgres.RefusalAsync(group, (await mallory.GetTokenAsync(Cancel)).Token);

        Assert.Equal("28P01", refusal.SqlState);
    }

    [Fact]
    public async Task RevokedMember_LosesTheGroupToo()
    {
        var alice = await shared.NewUserAsync();
        var group = await Postgres.CreateGroupAsync(NewName(), alice);
        var token = await alice.GetTokenAsync(Cancel);

        await alice.RevokeTokenAsync(Cancel);

        Assert.Equal("28P01", (await Postgres.RefusalAsync(group, token.Token)).SqlState);
    }

    [Fact]
    public async Task RevokedMember_LeavesTheGroupToTheOthers()
    {
        var alice = await shared.NewUserAsync();
        var bob = await shared.NewUserAsync("bob");
        var group = await Postgres.CreateGroupAsync(NewName(), alice, bob);
        await alice.GetTokenAsync(Cancel);
        var ofBob = await bob.GetTokenAsync(Cancel);

        await alice.RevokeTokenAsync(Cancel);

        await (await Postgres.LogInAsync(group, ofBob.Token)).DisposeAsync();
    }

    [Fact]
    public async Task GroupItself_HasNoToken()
    {
        var group = await Postgres.CreateGroupAsync(NewName());

        Assert.Contains("member", Assert.Throws<InvalidOperationException>(() => group.CreateCredential()).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => group.GetTokenAsync(Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => group.RevokeTokenAsync(Cancel));
    }

    [Fact]
    public async Task GroupAsMember_IsRefused()
    {
        var group = await Postgres.CreateGroupAsync(NewName());

        await Assert.ThrowsAsync<ArgumentException>("members", () => Postgres.CreateGroupAsync(NewName(), group));
    }

    private static string NewName() => "Team " + Guid.NewGuid().ToString("N");
}
