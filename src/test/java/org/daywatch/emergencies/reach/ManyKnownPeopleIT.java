package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What it costs to know everybody: 200 schools of 60 people, in the long form 2,000. The figures are printed. */
@DaywatchIT
class ManyKnownPeopleIT {

    private static final int DISTRICTS = 20;
    private static final int PEOPLE = 60;
    private static final int SCHOOLS = Boolean.getBoolean("daywatch.long") ? 2000 : 200;

    @Autowired Story story;
    @Autowired Organizations organizations;
    @Autowired JdbcClient jdbc;
    @Autowired KnownPeople known;

    @Test
    void everybodyOfAWholeProgramIsReadWithinSecondsAndTakesLittleMemory() {
        var cast = story.cast();
        UUID school = null;
        UUID last = null;
        for (int i = 0; i < DISTRICTS; i++) {
            String name = "Large District " + i;
            UUID district = Tenancy.as(Scope.system(cast.agency()),
                    () -> organizations.findOrCreate("DISTRICT", name, "AZ", null));
            story.run(district,
                    () -> jdbc
                            .sql("""
                    insert into platform.membership (org_id, person_id, role, full_name, email, school_id)
                    select ?, gen_random_uuid(), case when p = 1 then 'PRINCIPAL' when p < 4 then 'FRONT_OFFICE' else 'TEACHER' end, 'Somebody Longname ' || s || '-' || p, 'p' || p || '.' || s || '@large.example', s
                    from (select gen_random_uuid() s from generate_series(1, ?)) schools cross join generate_series(1, ?) p""")
                            .params(district, SCHOOLS / DISTRICTS, PEOPLE).update());
            last = district;
            school = story.as(district,
                    () -> jdbc.sql("select school_id from platform.membership where org_id = ? limit 1").param(district)
                            .query(UUID.class).single());
        }
        long before = used();
        long first = read(cast.agency());
        long kept = used() - before;
        long again = read(cast.agency());
        long keptAgain = used() - before;
        System.out.printf(
                "who belongs where, %d schools of %d people in %d districts: read in %d ms, again in %d ms, %,d KB in memory, after the second reading %,d KB%n",
                SCHOOLS, PEOPLE, DISTRICTS, first, again,
                kept / 1024, keptAgain / 1024);
        assertThat(known.at(cast.agency(), last, school).orElseThrow().people()).hasSize(PEOPLE);
        assertThat(Duration.ofMillis(again)).as("so that a reading every two minutes is little")
                .isLessThan(Duration.ofSeconds(20));
        assertThat(keptAgain).as("bytes of one person, with a margin for what else this application does")
                .isLessThan(600L * SCHOOLS * PEOPLE);
    }

    private long read(UUID agency) {
        long began = System.nanoTime();
        Tenancy.run(Scope.system(agency), () -> known.read(agency));
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
