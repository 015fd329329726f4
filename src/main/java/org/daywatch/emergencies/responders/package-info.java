/** Other responders: dispatch and arriving units see one alert by a link that ends, without an account. */
@NullMarked
package org.daywatch.emergencies.responders;

import org.jspecify.annotations.NullMarked;
