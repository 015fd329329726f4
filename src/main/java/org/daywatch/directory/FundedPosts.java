package org.daywatch.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts that a program pays for: one place for an officer at one school, or shared by several. */
public interface FundedPosts {

    /**
     * @param kind SRO, SSO or JPO
     * @param schools more than one where an officer is shared: each of them is covered in part
     * @param to last day; null while it goes on
     * @param money null where nobody said what the award holds and what an hour costs
     */
    record FundedPost(UUID id, UUID districtId, String program, String award, String kind, List<UUID> schools,
            LocalDate from, @Nullable LocalDate to, @Nullable Money money) {}

    /**
     * In cents. @param yearAward what it may cost in a school year, July to June. @param hour what an hour of it costs
     */
    record Money(long yearAward, int hour) {}

    List<FundedPost> of(Collection<UUID> schools, LocalDate day);
}
