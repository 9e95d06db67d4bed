/// How an endpoint behaves: habits that a person chooses, and what each makes of the moment. Values only.
/// May call `socket`, for its values only.
package org.socklens.endpoint.habit;
