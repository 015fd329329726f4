package org.daywatch.platform.notifications;

import static org.daywatch_db.platform.Tables.ACCOUNT;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** In which language each person reads; it stands in the account, which only the sign-in role may read. */
@Component
class Languages {

    private final DSLContext signin;

    Languages(@Qualifier("signin") DSLContext signin) {
        this.signin = signin;
    }

    Map<UUID, String> of(Collection<UUID> persons) {
        return signin.select(ACCOUNT.PERSON_ID, ACCOUNT.LANGUAGE).from(ACCOUNT).where(ACCOUNT.PERSON_ID.in(persons))
                .fetchMap(ACCOUNT.PERSON_ID, ACCOUNT.LANGUAGE);
    }
}
