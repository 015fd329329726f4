/**
 * The words of alerts in the languages a school speaks, beyond those of the house: entered by one, confirmed by
 * another, at hand without the database.
 */
@NullMarked
package org.daywatch.emergencies.alerts.languages;

import org.jspecify.annotations.NullMarked;
