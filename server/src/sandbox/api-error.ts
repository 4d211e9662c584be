/** An answer that isn't a success, in Twilio's words. Handlers throw it; the server turns it into a body. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  body(): unknown {
    return {
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    };
  }
}

export const missingParameter = (name: string): ApiError =>
  new ApiError(400, 20001, `Missing required parameter ${name} in the post body`);

export const invalidParameter = (name: string): ApiError =>
  new ApiError(400, 20001, `Invalid parameter ${name}`);
