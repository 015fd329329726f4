package org.daywatch.directory;

import java.time.LocalDate;
import java.util.Optional;

/** Dated rules of law and program, as every room may ask for them. */
public interface ProgramRules {

    /**
     * @param scope the narrowest that applies, such as STATE:AZ; a rule for everywhere answers where none is narrower
     */
    Optional<ProgramRule> inForce(String code, String scope, LocalDate day);

    /** All of them, for judging many days at once. */
    RuleBook book();
}
