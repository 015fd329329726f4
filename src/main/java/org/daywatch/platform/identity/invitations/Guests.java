package org.daywatch.platform.identity.invitations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.invitations.Invitation.Guest;
import org.daywatch.platform.identity.invitations.LettingIn.Row;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** People who cannot sign in yet, with what an invitation needs of them. */
@Component
public class Guests {

    private final Accounts accounts;
    private final ObjectProvider<Contacts> phones;

    Guests(Accounts accounts, ObjectProvider<Contacts> phones) {
        this.accounts = accounts;
        this.phones = phones;
    }

    /** The organization is bound. @param language of those who have chosen none */
    public List<Guest> of(Collection<Row> rows, InvitedBy by, String language) {
        var numbers = by == InvitedBy.TEXT ? numbers(rows) : Map.<UUID, String>of();
        return rows.stream()
                .map(r -> new Guest(r.person(), r.name(), r.email(),
                        accounts.find(r.person()).map(Accounts.Account::language).orElse(language),
                        numbers.getOrDefault(r.person(), ""), r.role(), r.school()))
                .toList();
    }

    private Map<UUID, String> numbers(Collection<Row> rows) {
        var book = phones.getIfAvailable();
        return book == null ? Map.of() : book.phones(rows.stream().map(Row::person).toList());
    }
}
