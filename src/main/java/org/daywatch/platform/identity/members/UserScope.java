package org.daywatch.platform.identity.members;

import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose people an administrator looks after, for pages of other features. */
@Component
public class UserScope {

    private final UserQueries queries;

    UserScope(UserQueries queries) {
        this.queries = queries;
    }

    /**
     * @throws NotFound for an organization whose people are not the actor's to look after @param org null: the actor's
     * own
     */
    public Organization organization(Actor actor, @Nullable UUID org) {
        return queries.organization(actor, org);
    }

    /** @throws NotFound unless the person is or was a member of an organization in the actor's care */
    public void member(Actor actor, UUID org, UUID person) {
        queries.places(actor, queries.organization(actor, org).id(), person);
    }
}
