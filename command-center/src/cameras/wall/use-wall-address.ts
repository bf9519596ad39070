import { useEffect } from 'react';
import { addressOfWall, wallOfAddress } from './wall-address.ts';
import { showOnWall, wallModel } from './wall-model.ts';

/** Opens what the address names, and writes into it what is shown. */
export function useWallAddress(): void {
  useEffect(() => {
    const { cameras, purpose } = wallOfAddress(location.search);
    if (wallModel.get().cameras.length === 0 && cameras.length > 0) showOnWall(cameras, purpose);
    const write = (): void => {
      const search = addressOfWall(location.search, wallModel.get());
      if (search !== location.search) {
        history.replaceState(history.state, '', `${location.pathname}${search}`);
      }
    };
    write();
    return wallModel.subscribe(write);
  }, []);
}
