/** The Emergency Incident Data Object (NENA-STA-021.1b): an alert as dispatch takes it over. */
@NullMarked
package org.daywatch.emergencies.eido;

import org.jspecify.annotations.NullMarked;
