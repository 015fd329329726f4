package org.daywatch._story;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The small story every test tells: an agency, two districts, a police department, told anew for each test that asks.
 */
@TestComponent
public class Story {

    /** A process that tells the story in a database another one left behind starts further on (-Dstory.told). */
    private static final AtomicInteger TOLD = new AtomicInteger(Integer.getInteger("story.told", 0));

    private final Organizations organizations;
    private final TransactionTemplate transaction;

    Story(Organizations organizations, PlatformTransactionManager transactions) {
        this.organizations = organizations;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One agency with its two districts and a department; none of it is visible to any other cast. */
    public record Cast(UUID agency, UUID mesquite, UUID saguaro, UUID department, UUID coordinator, String suffix) {}

    public Cast cast() {
        String suffix = Integer.toString(TOLD.incrementAndGet());
        UUID agency = organizations.foundAgency("Cooperative " + suffix, "AZ");
        return Tenancy.as(Scope.system(agency), () -> {
            var mesquite = organizations.findOrCreate("DISTRICT", "Mesquite Unified " + suffix, "AZ", "04M" + suffix);
            var saguaro = organizations.findOrCreate("DISTRICT", "Saguaro Elementary " + suffix, "AZ", "04S" + suffix);
            var department = organizations.findOrCreate("DEPARTMENT", "Copper Valley Police " + suffix, "AZ",
                    "AZ00" + suffix);
            var coordinator = organizations.join(agency, "coordinator" + suffix + "@story.example", "Robin Alder",
                    Role.COORDINATOR, null);
            return new Cast(agency, mesquite, saguaro, department, coordinator, suffix);
        });
    }

    /** Somebody with a place in an organization. @param school null where the whole organization is meant */
    public UUID join(UUID org, String name, Role role, @Nullable UUID school) {
        return as(org, () -> organizations.join(org, role.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID()
                + "@story.example", name, role, school));
    }

    /** Runs work in one transaction, bound to the organization, as the system. */
    public <R> R as(UUID tenant, java.util.function.Supplier<R> work) {
        return Tenancy.as(Scope.system(tenant), () -> transaction.execute(t -> work.get()));
    }

    public void run(UUID tenant, Runnable work) {
        Tenancy.run(Scope.system(tenant), () -> transaction.executeWithoutResult(t -> work.run()));
    }
}
