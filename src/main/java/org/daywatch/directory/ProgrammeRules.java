package org.daywatch.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Law and programme terms as dated data: what is in force for whom on a day. */
public interface ProgrammeRules {

    /**
     * @param scopes from the narrowest to the widest, such as DISTRICT:…, STATE:AZ, ALL; the first that has a rule wins, and
     *               within it the rule that began last
     */
    Optional<ProgrammeRule> find(String code, List<String> scopes, LocalDate day);

    /** @param toConfirm the source has not been checked against the original yet */
    record ProgrammeRule(String id, String code, String scope, BigDecimal value, String unit, LocalDate validFrom, @Nullable LocalDate validTo,
            String source, boolean toConfirm, String words) {}
}
